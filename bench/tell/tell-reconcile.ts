import { measureCsv, measureJoins, measureMemory, RIVALS, type Join, type Rival } from '../reconcile.js';
import type { Times } from '../reconcile/race.js';

/** The size that the goals are for: a small one is over before the engine has compiled anything. */
const ROWS = 1_000_000;
const MOST_COLD_MS = 2_000;
const MOST_TIMES_JOIN = 2;
const MOST_TIMES_CSV = 1.5;

/** Objects are encoded first: who is held against them begins with rows that are not ready either, or takes longer still. */
const UNPREPARED: readonly Rival[] = ['DuckDB, loaded first', 'PostgreSQL, counts only'];

type Goal = readonly [string, boolean];

export async function tellReconcile(payments = ROWS): Promise<void> {
  const count = payments.toLocaleString('en');
  console.log(
    `\nReconcile ${count} × ${count} payments, as ratios to the bare join; all find the same counts and cents`,
  );
  const joins = await measureJoins(payments);
  const ahead = (name: Join, rivals: readonly Rival[]) =>
    rivals.map((rival): Goal => [`ahead of ${rival}`, joins[name].ms < joins[rival].ms]);
  const isNearJoin = joins['from columns'].ms <= MOST_TIMES_JOIN * joins['bare join'].ms;
  const atGoalSize = (goals: Readonly<Record<string, readonly Goal[]>>) => (payments === ROWS ? goals : {});
  tell(
    joins,
    atGoalSize({
      'from columns': [[`at most ${MOST_TIMES_JOIN}`, isNearJoin], ...ahead('from columns', RIVALS)],
      'from objects': [
        ['cold within 2 s', joins['from objects'].coldMs <= MOST_COLD_MS],
        ...ahead('from objects', UNPREPARED),
      ],
    }),
  );

  await tellMemory(payments);

  console.log(
    `\nA Batch report of ${count} lines, from its bytes to columns to compare, as ratios to the bare reading`,
  );
  const readers = await measureCsv(payments);
  const ours = readers['Batch report'].ms;
  tell(
    readers,
    atGoalSize({
      'Batch report': [
        [`at most ${MOST_TIMES_CSV}`, ours <= MOST_TIMES_CSV * readers['bytes to columns'].ms],
        ['ahead of DuckDB', ours < readers.DuckDB.ms],
      ],
    }),
  );
}

async function tellMemory(payments: number): Promise<void> {
  console.log(
    `\nA report of ${payments.toLocaleString('en')} lines that stream in from the processor, held until it is compared`,
  );
  const memory = await measureMemory(payments);
  for (const [name, bytes] of Object.entries(memory)) {
    const ratio = (bytes / memory['lines as objects']).toFixed(2).padStart(6);
    console.log(`  ${name.padEnd(44)} ${ratio}   ${bytes.toFixed(0)} bytes a line`);
  }
}

/** The first is what the others are held against. */
function tell(times: Readonly<Record<string, Times>>, goals: Readonly<Record<string, readonly Goal[]>>): void {
  const floor = Object.values(times)[0]?.ms ?? NaN;
  for (const [name, { ms, coldMs }] of Object.entries(times)) {
    const ratio = (ms / floor).toFixed(2).padStart(6);
    console.log(`  ${name.padEnd(44)} ${ratio}   ${ms.toFixed(0)} ms, cold ${coldMs.toFixed(0)} ms`);
    for (const [goal, isMet] of goals[name] ?? []) console.log(`    ${isMet ? 'met   ' : 'MISSED'} ${goal}`);
  }
}
