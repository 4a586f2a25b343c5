import { reconcile, reconcileColumns } from '../../src/domain/reconcile/reconcile.js';
import { timed, type Round } from './contestant.js';
import { columnsOf, entriesOf, RANGE } from './given-reports.js';
import { joinFloor } from './join-floor.js';
import { outcomeOf, type Outcome } from './outcome.js';

type Run = () => Promise<Round<unknown>>;

const CONTESTANTS: Readonly<Record<string, (payments: number) => Run>> = {
  objects: (payments) => {
    const [komet, processor] = [entriesOf('komet', payments), entriesOf('processor', payments)];
    return () => measured(() => reconcile(komet, processor, RANGE), outcomeOf);
  },
  columns: (payments) => {
    const [komet, processor] = [columnsOf('komet', payments), columnsOf('processor', payments)];
    return () => measured(() => reconcileColumns(komet, processor), outcomeOf);
  },
  floor: (payments) => {
    const [komet, processor] = [columnsOf('komet', payments), columnsOf('processor', payments)];
    return () =>
      measured(
        () => joinFloor(komet, processor),
        (outcome) => outcome,
      );
  },
};

/** Reading the outcome from the result is none of the work. */
async function measured<Result>(run: () => Result, read: (result: Result) => Outcome): Promise<Round<Outcome>> {
  const { ms, result } = await timed(run);
  return { ms, result: read(result) };
}

const [name = '', payments] = process.argv.slice(2);
const run = CONTESTANTS[name]?.(Number(payments));
if (!run) throw new Error(`Nobody is called ${name}`);
process.on('message', () => void run().then((round) => process.send?.(round)));
process.send?.('ready');
