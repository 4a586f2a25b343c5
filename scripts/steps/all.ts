import type { Step } from '../testing/step.js';
import { buildSteps, staticChecks } from './checks.js';
import { componentTests } from './component-tests.js';
import { nodeTests, testAreas } from './node-tests.js';

/** What `npm test -- <group>` stands for, beside the steps' own names. */
export const groups: Record<string, string[]> = {
  check: [...staticChecks.map((step) => step.name), 'architecture'],
};

/** Areas whose tests look at something built, and what that is. */
const needs: Record<string, string[]> = {
  docs: ['manifest'],
  package: ['build'],
  journeys: ['build'],
  host: ['build'],
  stories: ['storybook'],
};

/** Every step of the test run, the long ones first so that they don't end alone. `stores` names what tests keep rows in. */
export function allSteps(stores: () => Promise<NodeJS.ProcessEnv>): Step[] {
  const areas = new Set([...Object.keys(needs), 'architecture', ...testAreas()]);
  areas.delete('components');
  const tests = [...areas].map((area) => nodeTests(area, stores, needs[area]));
  return [...buildSteps, componentTests, ...staticChecks, ...tests];
}
