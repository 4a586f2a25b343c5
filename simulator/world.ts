import { defaultBehaviour, type Behaviour } from './behaviour.js';
import { demoMerchants, type MerchantSeed, type TerminalSeed } from './demo-merchants.js';
import { createFaults, type FaultControl, type FaultTarget } from './faults.js';
import { newAvsFilter, newCscFilter } from './filters.js';
import { createRandom, type Random } from './random.js';
import { emptyLedger, type Ledger, type TerminalConfig } from './state.js';

export interface Terminal extends TerminalSeed {
  merchant: MerchantSeed;
  config: TerminalConfig;
}

/** The gateway's insides, shared by all its services. */
export interface World {
  now(): number;
  wait(ms: number): Promise<void>;
  ledger: Ledger;
  terminals: readonly Terminal[];
  behaviour: Behaviour;
  faults: FaultControl;
  random: Random;
  /** Prompts on the readers, by terminal id. */
  prompts: Map<string, (response: ReaderResponse) => void>;
}

export interface ReaderResponse {
  action: 'approve' | 'decline' | 'cancel';
  /** Test card held to the reader; Visa 1111 unless told. */
  card?: string;
}

/** One authenticated call of a merchant. */
export interface Call {
  world: World;
  terminal: Terminal;
  body: Record<string, unknown>;
  query: URLSearchParams;
  target: FaultTarget;
  /** Filled in for the journal. */
  note: CallNote;
}

export interface CallNote {
  transactionId?: string;
  amount?: string;
  orderId?: string;
  booked: boolean;
  fault?: string;
}

export interface WorldOptions {
  clock?: (() => number) | undefined;
  seed?: number | undefined;
  merchants?: readonly MerchantSeed[] | undefined;
  wait?: ((ms: number) => Promise<void>) | undefined;
  ledger?: Ledger | undefined;
}

export function createWorld(options: WorldOptions): World {
  const seed = options.seed ?? 1;
  const clock = options.clock ?? Date.now;
  const ledger = options.ledger ?? emptyLedger(30_011_900 + seed * 1000);
  return {
    now: () => clock() + ledger.clockOffset,
    wait: options.wait ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms))),
    ledger,
    terminals: (options.merchants ?? demoMerchants).flatMap((merchant) =>
      merchant.terminals.map((terminal) => ({ ...terminal, merchant, config: configOf(ledger, merchant, terminal) })),
    ),
    behaviour: { ...defaultBehaviour },
    faults: createFaults(),
    random: createRandom(seed, ledger.counters),
    prompts: new Map(),
  };
}

function configOf(ledger: Ledger, merchant: MerchantSeed, terminal: TerminalSeed): TerminalConfig {
  return (ledger.terminals[terminal.terminalId] ??= {
    settings: {
      'terminal-name': terminal.name,
      'time-zone': merchant.timeZone,
      'batch-time-utc': '04:59',
      'enable-auto-close-batch': true,
      'enable-tip': false,
      'commerce-type': 'ECOMMERCE',
      'business-phone': '3055550142',
      'service-fee-state': 'DISABLED',
      'service-fee-type': 'PERCENTAGE',
      'service-fee-program-type': 'SURCHARGE',
      'service-fee': '0.00',
    },
    avs: newAvsFilter(),
    csc: newCscFilter(),
    duplicates: {
      enabled: false,
      'check-merchant-level': false,
      'time-range-in-minutes': 5,
      'include-invoice': false,
      'use-invoice-instead-of-card': false,
      'if-duplicate-found-respond-with-error': false,
    },
    ...(terminal.reader && {
      device: { 'device-api-key': `device-${terminal.terminalId}`, enabled: true, manufacturer: 'DEJAVOO' },
    }),
    interactive: false,
  });
}
