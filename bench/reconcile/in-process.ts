import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { reconcile, reconcileColumns } from '../../src/domain/reconcile/reconcile.js';
import { guessColumns, readHeader } from '../../src/domain/reconcile/batch-csv.js';
import { LocationCodes } from '../../src/domain/reconcile/columns.js';
import { readReport } from '../../src/domain/reconcile/report-file/read-report.js';
import { reportColumns } from '../../src/domain/reconcile/report-file/report-entries.js';
import { ReportLines } from '../../proxy/operations/reconcile/report-lines.js';
import { timed, type Round } from './contestant.js';
import { csvFloor } from './csv-floor.js';
import { csvOf, summaryOf } from './given-csv.js';
import { columnsOf, entriesOf, forEachEntry, RANGE } from './given-reports.js';
import { joinFloor } from './join-floor.js';
import { outcomeOf } from './outcome.js';

type Run = () => Promise<Round<unknown>>;

/** What one line keeps of the machine's memory while all of a report are held, in bytes. */
async function bytesOfLine(payments: number, hold: () => unknown): Promise<Round<number>> {
  const before = usedBytes();
  const { ms, result: held } = await timed(hold);
  const result = (usedBytes() - before) / payments;
  if (!held) throw new Error('Nothing is held');
  return { ms, result };
}

function usedBytes(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().rss;
}

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
  'lines as objects': (payments) => () => bytesOfLine(payments, () => entriesOf('processor', payments)),
  'lines as columns': (payments) => () =>
    bytesOfLine(payments, () => {
      const lines = new ReportLines(RANGE, new LocationCodes());
      forEachEntry('processor', payments, (entry) => lines.add(entry));
      return lines.side();
    }),
  csv: (payments) => {
    const bytes = csvOf(payments);
    return () => measured(() => readCsv(bytes), summaryOf);
  },
  'csv-floor': (payments) => {
    const bytes = csvOf(payments);
    return () => measured(() => csvFloor(bytes, payments + payments / 50), summaryOf);
  },
};

/** All that is done with an uploaded report before it is compared. */
function readCsv(bytes: Uint8Array) {
  const header = readHeader(new TextDecoder().decode(bytes.subarray(0, 65_536)));
  if (!header) throw new Error('The given report has no headings');
  const layout = { ...header, mapping: guessColumns(header.columns) };
  const { table, faults } = readReport(bytes, layout);
  const place = { locationId: 'miami', range: RANGE, locations: new LocationCodes() };
  const { columns, faults: unknown } = reportColumns(table, layout, place);
  if (faults.length + unknown.length > 0) throw new Error('The given report has faults');
  return columns;
}

/** Reading the outcome from the result is none of the work. */
async function measured<Result, Found>(run: () => Result, read: (result: Result) => Found): Promise<Round<Found>> {
  const { ms, result } = await timed(run);
  return { ms, result: read(result) };
}

const [name = '', payments] = process.argv.slice(2);
const run = CONTESTANTS[name]?.(Number(payments));
if (!run) throw new Error(`Nobody is called ${name}`);
process.on('message', () => void run().then((round) => process.send?.(round)));
process.send?.('ready');
