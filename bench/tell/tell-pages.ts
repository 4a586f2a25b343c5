import { ensureChromium } from '../../scripts/chromium.js';
import { measureMounts, type Contestant } from '../mount.js';
import { measureScrolling } from '../scroll.js';
import { measureSizes } from '../sizes.js';

/** A tag may take this many times as long as the floor it is held against. */
const GOAL = 1.3;

export async function tellSizes(): Promise<void> {
  console.log('What a page loads, KiB gzip');
  for (const { name, kib, lazyKib, limitKib } of await measureSizes()) {
    const notes = [limitKib && `at most ${limitKib}`, lazyKib > 0 && `${lazyKib.toFixed(1)} more on demand`].filter(
      Boolean,
    );
    console.log(`  ${name.padEnd(44)} ${kib.toFixed(1).padStart(6)}   ${notes.join(', ')}`);
  }
}

export async function tellMounts(): Promise<void> {
  process.env['CHROME_PATH'] = ensureChromium();
  const mounts = await measureMounts();
  console.log('\nUntil painted, processor slowed down four times, as a ratio to the floor of its kind');
  const tell = (floor: Contestant, names: readonly Contestant[]) => {
    for (const name of names) {
      const ratio = (mounts[name] / mounts[floor]).toFixed(2).padStart(6);
      console.log(`  ${name.padEnd(44)} ${ratio}   ${mounts[name].toFixed(0)} ms (goal ≤ ${GOAL})`);
    }
  };
  tell('Lit form with client', ['bare Lit form', 'Lit form with client', 'komet-receive-payment']);
  tell('plain Lit table, 25 payments', ['plain Lit table, 25 payments', 'komet-payment-history, 25 payments']);
}

export async function tellScrolling(): Promise<void> {
  process.env['CHROME_PATH'] = ensureChromium();
  const scrolling = await measureScrolling();
  const byHand = scrolling['windowed by hand'];
  console.log(`\n100,000 payments, first row and step of slow scrolling, as ratios (goal ≤ ${GOAL})`);
  for (const [name, { firstRowMs, stepMs }] of Object.entries(scrolling)) {
    const ratios = [firstRowMs / byHand.firstRowMs, stepMs / byHand.stepMs].map((ratio) =>
      ratio.toFixed(2).padStart(6),
    );
    console.log(`  ${name.padEnd(44)} ${ratios.join(' ')}   ${firstRowMs.toFixed(0)} ms, ${stepMs.toFixed(1)} ms`);
  }
}
