import { closeDueBatches } from './batches.js';
import { createControl } from './control.js';
import type { MerchantSeed } from './demo-merchants.js';
import type { FaultControl } from './faults.js';
import { createGateway } from './gateway.js';
import { createJournal, type JournalEntry } from './journal.js';
import { createPipeline } from './pipeline.js';
import { createSdkServer } from './sdk/server.js';
import type { Ledger } from './state.js';
import { createWebhooks, type WebhookOptions } from './webhooks.js';
import { createWorld } from './world.js';

export { demoMerchants, type MerchantSeed, type TerminalSeed } from './demo-merchants.js';
export { sdkFiles } from './sdk/files.js';
export { DroppedConnection } from './refusal.js';
export type { FaultControl, FaultKind, FaultOrder } from './faults.js';
export type { JournalEntry } from './journal.js';

export interface SimulatorOptions {
  /** Milliseconds since 1970; `Date.now` unless told. */
  clock?: () => number;
  /** Equal seeds and equal calls give equal ids and approval codes. */
  seed?: number;
  /** Public base URL, for the card form's iframe. */
  origin: string;
  merchants?: readonly MerchantSeed[];
  /** Receives every entry as it is written. */
  journal?: (entry: JournalEntry) => void;
  /** For delays; `setTimeout` unless told. */
  wait?: (ms: number) => Promise<void>;
  /** `frame-ancestors` of the card form's page; anyone may embed it unless told. */
  frameAncestors?: string;
  /** Needs a signer for the gateway's curve, which browsers lack. */
  webhooks?: WebhookOptions;
  /** State of an earlier run, as `ledger` gave it. */
  ledger?: Ledger;
}

export interface Simulator {
  /** Rejects with `DroppedConnection` where a fault cuts the line. */
  fetch(request: Request): Promise<Response>;
  journal(): readonly JournalEntry[];
  faults: FaultControl;
  /** Closes the batches that are due and lets late calls in; every request does so too. */
  tick(): void;
  /** The gateway's memory, as plain data to be written down. */
  ledger: Ledger;
}

/** A gateway of one's own: same wire, own state, and misfortunes on request. */
export function createSimulator(options: SimulatorOptions): Simulator {
  const world = createWorld(options);
  const journal = createJournal(world.ledger.counters, options.journal);
  const webhooks = options.webhooks && createWebhooks(world, options.webhooks);
  const pipeline = createPipeline(world, createGateway(world), journal, webhooks);

  const sdk = createSdkServer(options.origin, options.frameAncestors);

  const tick = async () => {
    closeDueBatches(world);
    await pipeline.admitLate();
  };
  const control = createControl(world, journal, tick);
  return {
    fetch: async (request) => {
      const { pathname } = new URL(request.url);
      await tick();
      if (pathname.startsWith('/__sim/')) return control.fetch(request);
      if (pathname.startsWith('/js-sdk/')) return sdk(request);
      return pipeline.answer(request);
    },
    journal: () => journal.entries(),
    faults: world.faults,
    tick: () => void tick(),
    ledger: world.ledger,
  };
}
