import { countResults, withResultsFile } from '../testing/outcome.js';
import { runProcess } from '../testing/process.js';
import type { Step } from '../testing/step.js';

/** test/components in Chromium by @web/test-runner; its configuration writes the results file named here. */
export const componentTests: Step = {
  name: 'components',
  run: () =>
    withResultsFile(async (results) =>
      countResults('components', results, await runProcess('node_modules/.bin/wtr', [], { RESULTS_FILE: results })),
    ),
};
