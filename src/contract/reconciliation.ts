import * as z from 'zod/mini';
import { cents, id, isoDate, isoInstant, nonNegativeCents, text } from './primitives.js';
import { CAUSES, DIFFERENCE_KINDS, ENTRY_KINDS, GROUPS, MATCH_RULES, REPORT_FIELDS } from './reconciliation-words.js';

/** Most days that are compared at once. */
export const MOST_COMPARED_DAYS = 31;

/** Longest Batch report that may be sent, in characters. */
export const MAX_REPORT_LENGTH = 8_000_000;

const actor = z.object({ id, name: z.string() });
const timeOfDay = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

/** One line of either report. Amounts are signed: what the card was charged, or given back; fee and tip included. */
export const reconciliationEntry = z.object({
  id: z.string(),
  /** Komet's side only. */
  paymentId: z.optional(id),
  controlNumber: z.optional(z.int()),
  customerName: z.optional(z.string()),
  transactionId: z.optional(z.string()),
  reference: z.optional(z.string()),
  kind: z.enum(ENTRY_KINDS),
  state: z.enum(['approved', 'declined', 'voided']),
  amountCents: cents,
  feeCents: cents,
  tipCents: cents,
  brand: z.optional(z.string()),
  last4: z.optional(z.string()),
  authorizationCode: z.optional(z.string()),
  /** The day the side counts it in: Komet's payment date, or the local day its batch was closed. */
  day: isoDate,
  locationId: z.string(),
  terminalId: z.optional(z.string()),
  batchId: z.optional(z.string()),
});

/** Entries that belong together, and the rule that says so; at least one side is there. */
export const reconciliationGroup = z.object({
  index: z.int(),
  group: z.enum(GROUPS),
  rule: z.optional(z.enum(MATCH_RULES)),
  komet: z.optional(reconciliationEntry),
  processor: z.optional(reconciliationEntry),
});

export const difference = z.object({
  /** The same in every run of the day. */
  id: z.string(),
  kind: z.enum(DIFFERENCE_KINDS),
  cause: z.enum(CAUSES),
  /** What it adds to Komet's total less the processor's; 0 where both agree on the money. */
  cents,
  rule: z.optional(z.enum(MATCH_RULES)),
  komet: z.array(reconciliationEntry),
  processor: z.array(reconciliationEntry),
  note: z.optional(z.object({ text: z.string(), by: actor, at: isoInstant })),
});

export const sideTotals = z.object({
  count: z.int(),
  netCents: cents,
  /** Sales voided before they settled, with their voids: in no type or brand below, since only one side may list them. */
  voidedPairs: z.optional(z.object({ count: z.int(), cents })),
  byKind: z.array(z.object({ kind: z.enum(ENTRY_KINDS), count: z.int(), cents })),
  /** `other` where the brand is not known. */
  byBrand: z.array(z.object({ brand: z.string(), count: z.int(), cents })),
});

/** What goes to the bank: the processor's net, by card brand and by batch. */
export const deposit = z.object({
  cents,
  byBrand: z.array(z.object({ brand: z.string(), count: z.int(), cents })),
  byBatch: z.array(z.object({ batchId: z.string(), terminalId: z.optional(z.string()), count: z.int(), cents })),
});

/** A closed day: the run it rests on can't change any more, which the fingerprints of both reports prove. */
export const closing = z.object({
  at: isoInstant,
  by: actor,
  kometFingerprint: z.string(),
  processorFingerprint: z.string(),
});

export const reconciliation = z.object({
  id,
  locationId: id,
  day: isoDate,
  /** The last day, where several were compared; such a run can't be closed. */
  to: z.optional(isoDate),
  timeZone: z.string(),
  status: z.enum(['running', 'ready', 'failed', 'cancelled', 'closed']),
  /** While running. */
  progress: z.optional(
    z.object({
      stage: z.enum(['komet', 'batches', 'transactions', 'matching']),
      done: z.int(),
      total: z.optional(z.int()),
    }),
  ),
  /** The problem code that a run failed with. */
  failure: z.optional(z.string()),
  source: z.object({ kind: z.enum(['gateway', 'upload']), fileName: z.optional(z.string()) }),
  /** When either side's day ends, in the location's time zone on that day. */
  cutOffs: z.object({ komet: timeOfDay, processor: z.optional(timeOfDay) }),
  /** The rest is there once a run is ready. */
  totals: z.optional(z.object({ komet: sideTotals, processor: sideTotals })),
  offCents: z.optional(cents),
  balanced: z.optional(z.boolean()),
  groupCount: z.optional(z.int()),
  /** Whether something of the day stands in a batch that is still open; the day can't be closed before it is. */
  hasOpenBatch: z.optional(z.boolean()),
  differences: z.array(difference),
  deposit: z.optional(deposit),
  /**
   * Payments of the day whose outcome is not known yet, or that have still to reach Komet's books; the day can't be closed before they are
   * settled.
   */
  unsettled: z.array(
    z.object({
      paymentId: id,
      controlNumber: z.optional(z.int()),
      amountCents: nonNegativeCents,
      waitsFor: z.enum(['processor', 'komet']),
    }),
  ),
  closing: z.optional(closing),
  reopenings: z.array(z.object({ at: isoInstant, by: actor, reason: z.string() })),
});

/** Which column of the report holds what, by its heading. */
export const reportColumns = z.partialRecord(z.enum(REPORT_FIELDS), text(100));

export const reconciliationRequest = z.strictObject({
  locationId: id,
  day: isoDate,
  /** The last day, to compare several: at most `MOST_COMPARED_DAYS`. */
  to: z.optional(isoDate),
  /** How long the answer waits for the comparison, by default 10 seconds; after that it tells of one that is under way. */
  waitSeconds: z.optional(z.int().check(z.minimum(0), z.maximum(10))),
  /** The Virtual Terminal's Batch report, instead of asking the processor. */
  upload: z.optional(
    z.strictObject({
      fileName: text(200),
      csv: z.string().check(z.maxLength(MAX_REPORT_LENGTH)),
      columns: reportColumns,
    }),
  ),
});

/** Which groups, and from which place on among them; an empty `batchId` means those that stand in no batch. */
export const groupQuery = z.object({
  limit: z.optional(z.string().check(z.regex(/^\d{1,4}$/))),
  offset: z.optional(z.string().check(z.regex(/^\d{1,9}$/))),
  only: z.optional(z.enum(['differences'])),
  search: z.optional(text(100)),
  batchId: z.optional(text(64)),
  terminalId: z.optional(text(64)),
});
/** `total`: how many there are on all pages. */
export const groupPage = z.object({ groups: z.array(reconciliationGroup), total: z.int() });

/** What each side has in a batch on the compared days. Without `batchId`: what stands in none. */
export const reconciledBatch = z.object({
  batchId: z.optional(z.string()),
  terminalId: z.optional(z.string()),
  count: z.int(),
  kometCents: cents,
  processorCents: cents,
});
/** Together they are what the comparison counts on either side. */
export const reconciledBatches = z.object({ batches: z.array(reconciledBatch) });

/** An empty note takes the explanation back. */
export const explanationRequest = z.strictObject({ differenceId: z.string(), note: text(500) });
/** `depositCents` is what the clerk saw; a day that moved since is not closed. */
export const closeRequest = z.strictObject({ depositCents: cents });
export const reopenRequest = z.strictObject({ reason: text(200).check(z.minLength(1)) });

export const DAY_STATES = ['closed', 'balanced', 'off', 'open', 'none'] as const;

/** `open`: there are payments, nobody compared them yet; `none`: there is nothing to compare. */
export const reconciliationDay = z.object({
  day: isoDate,
  state: z.enum(DAY_STATES),
  reconciliationId: z.optional(id),
  kometCents: z.optional(cents),
  depositCents: z.optional(cents),
  offCents: z.optional(cents),
});

export const dayQuery = z.object({ from: isoDate, to: isoDate });
export const dayList = z.object({ today: isoDate, timeZone: z.string(), days: z.array(reconciliationDay) });

export const reportMapping = z.object({ columns: z.optional(reportColumns) });

export const batchClosing = z.object({
  batches: z.array(
    z.object({
      terminalId: z.string(),
      batchId: z.optional(z.string()),
      outcome: z.enum(['closed', 'no-open-batch', 'differs', 'pending', 'failed']),
      /** By our books. */
      netCents: z.optional(cents),
      count: z.optional(z.int()),
      /** What the processor has instead, where it differs. */
      processor: z.optional(z.object({ netCents: cents, count: z.int() })),
    }),
  ),
});

export type ReconciliationEntry = z.infer<typeof reconciliationEntry>;
export type ReconciliationGroup = z.infer<typeof reconciliationGroup>;
export type GroupQuery = z.infer<typeof groupQuery>;
export type GroupPage = z.infer<typeof groupPage>;
export type ReconciledBatch = z.infer<typeof reconciledBatch>;
export type Difference = z.infer<typeof difference>;
export type SideTotals = z.infer<typeof sideTotals>;
export type Deposit = z.infer<typeof deposit>;
export type Reconciliation = z.infer<typeof reconciliation>;
export type ReconciliationRequest = z.infer<typeof reconciliationRequest>;
export type ReportColumns = z.infer<typeof reportColumns>;
export type ReconciliationDay = z.infer<typeof reconciliationDay>;
export type DayList = z.infer<typeof dayList>;
export type BatchClosing = z.infer<typeof batchClosing>;
