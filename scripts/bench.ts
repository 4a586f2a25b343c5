import { measureMounts } from '../bench/mount.js';
import { measureSizes } from '../bench/sizes.js';
import { ensureChromium } from './chromium.js';

/** A form tag may take this many times as long to appear as a Lit form that has a client. */
const MOUNT_GOAL = 1.3;

process.env['CHROME_PATH'] = ensureChromium();

console.log('What a page loads, KiB gzip');
for (const { name, kib, lazyKib, limitKib } of await measureSizes()) {
  const notes = [limitKib && `at most ${limitKib}`, lazyKib > 0 && `${lazyKib.toFixed(1)} more on demand`].filter(
    Boolean,
  );
  console.log(`  ${name.padEnd(44)} ${kib.toFixed(1).padStart(6)}   ${notes.join(', ')}`);
}

const mounts = await measureMounts();
const floor = mounts['Lit form with client'];
console.log(
  `\nUntil painted, processor slowed down four times, as a ratio to the Lit form with client (goal ≤ ${MOUNT_GOAL})`,
);
for (const [name, ms] of Object.entries(mounts)) {
  console.log(`  ${name.padEnd(44)} ${(ms / floor).toFixed(2).padStart(6)}   ${ms.toFixed(0)} ms`);
}
