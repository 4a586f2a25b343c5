import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { countResults, failed, withResultsFile } from '../testing/outcome.js';
import { runProcess } from '../testing/process.js';
import type { Step } from '../testing/step.js';

/** A file whose tests take longer than this hangs. */
const LIMIT_MS = 300_000;
/** The embedded store is WebAssembly that a test uses too briefly to win back what optimizing it costs. */
const ENGINE = '--liftoff-only';

/** The `*.test.ts` of one folder of test/ under node:test, one process per file. `env` is made when the step begins. */
export function nodeTests(area: string, env: () => Promise<NodeJS.ProcessEnv>, needs: string[] = []): Step {
  const name = area;
  return {
    name,
    needs,
    run: async () => {
      const files = testFiles(join('test', area));
      if (files.length === 0) return failed(`${name} ran no test`, `There is no *.test.ts under test/${area}.`);
      const variables = await env();
      return withResultsFile(async (results) => {
        const reporter = [
          '--test-reporter',
          './scripts/testing/node-reporter.mjs',
          '--test-reporter-destination',
          results,
        ];
        const args = [
          ENGINE,
          '--import',
          'tsx',
          '--test',
          '--test-concurrency',
          '2',
          '--test-timeout',
          String(LIMIT_MS),
          ...reporter,
        ];
        return countResults(name, results, await runProcess(process.execPath, [...args, ...files], variables));
      });
    },
  };
}

/** The folders of test/, each an area that can be run alone. */
export const testAreas = (): string[] =>
  readdirSync('test', { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

function testFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.test.ts'))
    .map((path) => join(folder, path))
    .sort();
}
