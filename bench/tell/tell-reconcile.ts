import { JOINS, measureJoins, type Join, type JoinTimes } from '../reconcile.js';

const ROWS = 1_000_000;
const MOST_COLD_MS = 2_000;
const MOST_TIMES_JOIN = 2;

export async function tellReconcile(payments = ROWS): Promise<void> {
  const count = payments.toLocaleString('en');
  console.log(
    `\nReconcile ${count} × ${count} payments, as ratios to the bare join; all find the same counts and cents`,
  );
  const times = await measureJoins(payments);
  const floor = times['bare typed-array join'].ms;
  for (const name of JOINS) {
    const { ms, coldMs } = times[name];
    const ratio = (ms / floor).toFixed(2).padStart(6);
    console.log(`  ${name.padEnd(44)} ${ratio}   ${ms.toFixed(0)} ms, cold ${coldMs.toFixed(0)} ms`);
    for (const [goal, isMet] of goalsOf(name, times)) console.log(`    ${isMet ? 'met   ' : 'MISSED'} ${goal}`);
  }
}

type Goal = readonly [string, boolean];

/** The limit in seconds is that of the full size. */
function goalsOf(name: Join, times: Record<Join, JoinTimes>): readonly Goal[] {
  const { ms, coldMs } = times[name];
  const ahead = JOINS.slice(3).map((rival): Goal => [`ahead of ${rival}`, ms < times[rival].ms]);
  if (name === 'from objects') return [['cold ≤ 2.0 s', coldMs <= MOST_COLD_MS], ...ahead];
  const isFast = ms <= MOST_TIMES_JOIN * times['bare typed-array join'].ms;
  return name === 'from columns' ? [[`≤ ${MOST_TIMES_JOIN}`, isFast], ...ahead] : [];
}
