import { type Outcome } from './outcome.js';

/** One thing the test run does. `needs` names steps that must have held before this one can say anything. */
export interface Step {
  name: string;
  needs?: string[];
  run(): Promise<Outcome>;
}

/** The chosen steps and everything they need, in the order of `steps`. Throws for a name that no step has. */
export function selectSteps(steps: Step[], names: string[], groups: Record<string, string[]>): Step[] {
  if (names.length === 0) return steps;
  const wanted = new Set<string>();
  const want = (name: string) => {
    const step = steps.find((candidate) => candidate.name === name);
    if (!step) throw new Error(`There is no step "${name}". Steps: ${steps.map((known) => known.name).join(', ')}`);
    wanted.add(name);
    step.needs?.forEach(want);
  };
  names.flatMap((name) => groups[name] ?? [name]).forEach(want);
  return steps.filter((step) => wanted.has(step.name));
}
