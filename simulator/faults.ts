/** Misfortunes on request. Only tests and the demo's control panel order them, through `/__sim/faults`. */

export const faultKinds = [
  'delay',
  'drop-before-booking',
  'drop-after-booking',
  'late-arrival',
  'http-500-before',
  'http-500-after',
  'redirect',
  'empty-body',
  'truncate-json',
  'wrong-amount',
  'wrong-order-id',
  'previously-approved',
  'terminal-offline',
  'terminal-cancelled',
  'terminal-busy',
  'missing-token',
  'batch-pending',
  'batch-failed',
] as const;

export type FaultKind = (typeof faultKinds)[number];

export interface FaultMatch {
  /** Beginning of the path. */
  path?: string;
  method?: string;
  /** Transaction type: "sale", "VOID", "forced sale" … */
  type?: string;
  terminalId?: string;
}

export interface Fault {
  match: FaultMatch;
  kind: FaultKind;
  /** How many calls it still hits; 1 unless told. */
  times: number;
  /** Length of a delay, or how late a call arrives; 1,000 unless told. */
  ms: number;
}

export interface FaultOrder {
  match?: FaultMatch;
  kind: FaultKind;
  times?: number;
  ms?: number;
}

/** The call as far as faults look at it. */
export interface FaultTarget {
  path: string;
  method: string;
  type?: string | undefined;
  terminalId?: string | undefined;
}

export interface FaultControl {
  add(order: FaultOrder): Fault;
  list(): readonly Fault[];
  clear(): void;
  /** The first ordered fault of these kinds that matches; uses up one of its times. */
  take(target: FaultTarget, ...kinds: FaultKind[]): Fault | undefined;
}

export function createFaults(): FaultControl {
  let faults: Fault[] = [];
  return {
    add: ({ match = {}, kind, times = 1, ms = 1000 }) => {
      const fault = { match, kind, times, ms };
      faults.push(fault);
      return fault;
    },
    list: () => faults.map((fault) => ({ ...fault })),
    clear: () => {
      faults = [];
    },
    take: (target, ...kinds) => {
      const fault = faults.find((candidate) => kinds.includes(candidate.kind) && matches(candidate.match, target));
      if (fault) fault.times -= 1;
      faults = faults.filter(({ times }) => times > 0);
      return fault;
    },
  };
}

function matches(match: FaultMatch, target: FaultTarget): boolean {
  const sameText = (wanted: string | undefined, given: string | undefined) =>
    wanted === undefined || wanted.toUpperCase() === given?.toUpperCase();
  return (
    target.path.startsWith(match.path ?? '') &&
    sameText(match.method, target.method) &&
    sameText(match.type?.replaceAll('-', ' '), target.type) &&
    sameText(match.terminalId, target.terminalId)
  );
}
