import { countResults, withResultsFile } from '../testing/outcome.js';
import { runProcess } from '../testing/process.js';
import type { Step } from '../testing/step.js';

const RUNNER = [
  '--import',
  'tsx',
  'node_modules/@web/test-runner/dist/bin.js',
  '--config',
  'web-test-runner.config.ts',
];

/** test/components in Chromium by @web/test-runner; its configuration writes the results file named here. */
export const componentTests: Step = {
  name: 'components',
  run: () =>
    withResultsFile(async (results) =>
      countResults('components', results, await runProcess(process.execPath, RUNNER, { RESULTS_FILE: results })),
    ),
};
