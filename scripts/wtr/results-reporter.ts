import { appendFileSync } from 'node:fs';
import type { Reporter, TestSession, TestSuiteResult } from '@web/test-runner';
import type { TestLine } from '../testing/outcome.js';

/** Writes a line of results for every test, and one failure, with what the server said, for a file that could not run. */
export function resultsReporter(path: string, serverErrors: readonly string[]): Reporter {
  return {
    onTestRunFinished: ({ sessions }) => {
      const lines = sessions.flatMap((session) => sessionLines(session, serverErrors));
      appendFileSync(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    },
  };
}

function sessionLines(session: TestSession, serverErrors: readonly string[]): TestLine[] {
  const { testFile, errors, testResults, logs, request404s } = session;
  const file = testFile.replace(`${process.cwd()}/`, '');
  const tests = testResults ? suiteLines(testResults, file, []) : [];
  const said = [...logs.map((args) => args.join(' ')), ...request404s.map((path) => `404 ${path}`), ...serverErrors];
  const broken = errors.map((error) => ({
    name: file,
    ok: false,
    detail: [error.stack ?? error.message, ...said].join('\n'),
  }));
  if (tests.length === 0 && broken.length === 0) return [{ name: file, ok: false, detail: 'ran no test' }];
  return [...tests, ...broken];
}

function suiteLines(suite: TestSuiteResult, file: string, path: string[]): TestLine[] {
  const own = suite.tests.map(({ name, passed, skipped, error }) => ({
    name: `${[...path, name].join(' › ')} (${file})`,
    ok: passed && !skipped,
    detail: skipped ? 'was skipped' : describe(error),
  }));
  return [...own, ...suite.suites.flatMap((inner) => suiteLines(inner, file, [...path, inner.name]))];
}

function describe(error: { message: string; stack?: string; expected?: string; actual?: string } | undefined): string {
  if (!error) return '';
  const compared =
    error.expected === undefined ? '' : `\nexpected: ${error.expected}\nactual:   ${String(error.actual)}`;
  return `${error.message}${compared}\n${error.stack ?? ''}`;
}
