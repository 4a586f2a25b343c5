import { ensureChromium } from '../../scripts/chromium.js';
import { measureMounts, type Contestant } from '../mount.js';
import { measureScrolling, type Contestant as Scrolled } from '../scroll.js';
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
  console.log(`\n100,000 rows: first row, step of slow scrolling and filter, as ratios to the floor (goal ≤ ${GOAL})`);
  const tell = (floor: Scrolled, name: Scrolled) => {
    const [least, seen] = [scrolling[floor], scrolling[name]];
    const measures = [
      [seen.firstRowMs, least.firstRowMs],
      [seen.stepMs, least.stepMs],
      [seen.filterMs ?? Number.NaN, least.filterMs ?? Number.NaN],
    ].filter(([ms = Number.NaN]) => !Number.isNaN(ms));
    const ratios = measures.map(([ms = 0, by = 1]) => (ms / by).toFixed(2).padStart(6)).join(' ');
    console.log(`  ${name.padEnd(44)} ${ratios}   ${measures.map(([ms = 0]) => `${ms.toFixed(1)} ms`).join(', ')}`);
  };
  tell('windowed by hand', 'windowed by hand');
  tell('windowed by hand', 'komet-payment-history');
  tell('matches windowed by hand', 'matches windowed by hand');
  tell('matches windowed by hand', 'komet-reconcile-report');
}
