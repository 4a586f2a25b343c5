import { measureMounts, type Contestant } from '../bench/mount.js';
import { measureScrolling } from '../bench/scroll.js';
import { measureSizes } from '../bench/sizes.js';
import { ensureChromium } from './chromium.js';

/** A tag may take this many times as long as the floor it is held against. */
const GOAL = 1.3;

process.env['CHROME_PATH'] = ensureChromium();

console.log('What a page loads, KiB gzip');
for (const { name, kib, lazyKib, limitKib } of await measureSizes()) {
  const notes = [limitKib && `at most ${limitKib}`, lazyKib > 0 && `${lazyKib.toFixed(1)} more on demand`].filter(
    Boolean,
  );
  console.log(`  ${name.padEnd(44)} ${kib.toFixed(1).padStart(6)}   ${notes.join(', ')}`);
}

const mounts = await measureMounts();
console.log('\nUntil painted, processor slowed down four times, as a ratio to the floor of its kind');
tellMounts('Lit form with client', ['bare Lit form', 'Lit form with client', 'komet-receive-payment']);
tellMounts('plain Lit table, 25 payments', ['plain Lit table, 25 payments', 'komet-payment-history, 25 payments']);

const scrolling = await measureScrolling();
const byHand = scrolling['windowed by hand'];
console.log(`\n100,000 payments, first row and step of slow scrolling, as ratios (goal ≤ ${GOAL})`);
for (const [name, { firstRowMs, stepMs }] of Object.entries(scrolling)) {
  const ratios = [firstRowMs / byHand.firstRowMs, stepMs / byHand.stepMs].map((ratio) => ratio.toFixed(2).padStart(6));
  console.log(`  ${name.padEnd(44)} ${ratios.join(' ')}   ${firstRowMs.toFixed(0)} ms, ${stepMs.toFixed(1)} ms`);
}

function tellMounts(floor: Contestant, names: readonly Contestant[]): void {
  for (const name of names) {
    const ratio = (mounts[name] / mounts[floor]).toFixed(2).padStart(6);
    console.log(`  ${name.padEnd(44)} ${ratio}   ${mounts[name].toFixed(0)} ms (goal ≤ ${GOAL})`);
  }
}
