import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One thing that went wrong, with everything a reader needs to act on it. */
export interface Failure {
  name: string;
  detail: string;
}

/** What a step found: how many checks or tests held, and the ones that didn't. */
export interface Outcome {
  passed: number;
  failures: Failure[];
}

/** One line of the results file that our reporters write for every finished test. */
export interface TestLine {
  name: string;
  ok: boolean;
  detail: string;
}

export const failed = (name: string, detail: string): Outcome => ({ passed: 0, failures: [{ name, detail }] });

/** Gives `use` the path of a results file in a folder of its own, and takes the folder away afterwards. */
export async function withResultsFile<T>(use: (path: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'komet-results-'));
  try {
    return await use(join(folder, 'results.ndjson'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Counts a results file. A runner that ran nothing, or that ended badly without a failing test to show for it, is a
 * failure of its own, so that a crash or an empty folder can't look green.
 */
export function countResults(step: string, path: string, exit: { code: number; output: string }): Outcome {
  const lines = readLines(path);
  const failures = lines.filter((line) => !line.ok).map(({ name, detail }) => ({ name, detail }));
  if (failures.length === 0 && exit.code !== 0)
    failures.push({ name: `${step} ended with code ${exit.code}`, detail: exit.output });
  else if (lines.length === 0) failures.push({ name: `${step} ran no test`, detail: exit.output });
  return { passed: lines.filter((line) => line.ok).length, failures };
}

function readLines(path: string): TestLine[] {
  try {
    const text = readFileSync(path, 'utf8').trim();
    return text === '' ? [] : text.split('\n').map((line) => JSON.parse(line) as TestLine);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
