import { failed } from '../testing/outcome.js';
import { runProcess } from '../testing/process.js';
import type { Step } from '../testing/step.js';

/** A tool that says yes or no by its exit code: one check, whose whole output is the detail of its failure. */
function check(name: string, tool: string, args: string[], needs: string[] = []): Step {
  return {
    name,
    needs,
    run: async () => {
      const { code, output } = await runProcess(`node_modules/.bin/${tool}`, args);
      return code === 0 ? { passed: 1, failures: [] } : failed(`${name}: ${tool} ${args.join(' ')}`, output);
    },
  };
}

/** The analyzer's own list of CSS is older than container queries, and it does not see what is imported on demand. */
const TEMPLATE_RULES = ['--rules.no-invalid-css', 'off', '--rules.no-missing-import', 'off'];

/** Everything that judges the sources without running them. */
export const staticChecks: Step[] = [
  check('format', 'prettier', ['--check', '--log-level', 'warn', '.']),
  check('lint', 'eslint', ['--max-warnings', '0', '.']),
  check('types', 'tsc', ['--noEmit', '-p', '.'], ['manifest']),
  check('templates', 'lit-analyzer', ['--strict', ...TEMPLATE_RULES, '--maxWarnings', '0', 'src/**/*.ts']),
  check('unused', 'knip', []),
];

export const buildSteps: Step[] = [
  check('manifest', 'tsx', ['scripts/build.ts', 'manifest']),
  check('build', 'tsx', ['scripts/build.ts', 'bundles'], ['manifest']),
  check('storybook', 'storybook', ['build', '--quiet', '--disable-telemetry'], ['manifest']),
];
