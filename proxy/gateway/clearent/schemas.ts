import * as z from 'zod';

/**
 * What the gateway answers, as far as we look at it. Objects drop every member that is not named here, so what the gateway
 * echoes (security code, full expiry, address) ends at this file. Optional members of a wrong shape count as absent; what
 * must be there is demanded where it is used.
 */

/** A scalar; most are text, some services send numbers and booleans. A number too long to be exact is no text of ours. */
const scalar = z.union([
  z.string(),
  z.number().refine((value) => !Number.isInteger(value) || Number.isSafeInteger(value)),
  z.boolean(),
]);

const text = optional(scalar.transform((value) => String(value).trim() || undefined));

const flag = optional(scalar.transform((value) => /^(true|1|y|yes)$/i.test(String(value).trim())));

const count = optional(
  scalar.transform((value) => (/^\d{1,9}$/.test(String(value).trim()) ? Number(value) : undefined)),
);

function optional<T extends z.ZodType>(schema: T) {
  return schema.optional().catch(undefined);
}

export const transactionRow = z.object({
  id: text,
  type: text,
  result: text,
  status: text,
  'result-code': text,
  'display-message': text,
  amount: text,
  'tip-amount': text,
  'service-fee': text,
  'surcharge-applied': flag,
  'authorization-code': text,
  card: text,
  'last-four': text,
  'card-type': text,
  created: text,
  'ref-id': text,
  'batch-string-id': text,
  'order-id': text,
  pending: flag,
  settled: flag,
  voided: flag,
  'voided-auth': flag,
});

export const tokenRow = z.object({
  'token-id': text,
  status: text,
  'last-four-digits': text,
  'card-type': text,
  'exp-date': text,
});

export const batchRow = z.object({
  id: text,
  status: text,
  'merchant-id': text,
  'terminal-id': text,
  'terminal-name': text,
  'date-opened': text,
  settled: text,
  'sales-count': count,
  'sales-total': text,
  'refund-count': count,
  'refund-total': text,
  'net-amount': text,
  'total-count': count,
  'confirmation-code': text,
});

export const errorRow = z.object({ 'error-message': text, 'result-code': text });

export const terminalRow = z.object({
  'merchant-id': text,
  'merchant-name': text,
  'terminal-id': text,
  'time-zone': text,
});

export const hostedPageRow = z.object({ 'hpp-public-key': text });

const link = z.object({ rel: text, href: text, id: text });

const page = z.object({ 'total-pages': count, 'total-elements': count, number: count, last: flag });

/** The object around every answer. `payload` is raw and must be read through one of the rows above. */
const envelope = z.object({
  status: text,
  'exchange-id': text,
  'result-code': text,
  links: z.array(link).catch([]),
  page: optional(page),
  payload: z.record(z.string(), z.unknown()).catch({}),
});

export type Answer = z.infer<typeof envelope>;
export type TransactionRow = z.infer<typeof transactionRow>;
export type TokenRow = z.infer<typeof tokenRow>;
export type BatchRow = z.infer<typeof batchRow>;

/** Undefined when the text is not JSON of the gateway. Old services answer a search with a bare list. */
export function readAnswer(body: string): Answer | undefined {
  try {
    const json: unknown = JSON.parse(body);
    return envelope.safeParse(Array.isArray(json) ? { payload: { transactions: json } } : json).data;
  } catch {
    return undefined;
  }
}

/** The one object of this kind in a payload; a list of exactly one counts too. */
export function readOne<T extends z.ZodType>(row: T, value: unknown): z.infer<T> | undefined {
  const [only, ...others] = Array.isArray(value) ? (value as unknown[]) : [value];
  return others.length > 0 ? undefined : row.safeParse(only).data;
}

/** A few services say "fail" in the body under a good HTTP status. */
export function isFailed({ status }: Answer): boolean {
  return status?.toLowerCase() === 'fail';
}

/** The id of a linked thing, from the link's own member or the end of its address. */
export function linkedId({ links }: Answer, rel: string): string | undefined {
  const link = links.find((candidate) => candidate.rel?.toLowerCase() === rel);
  return link?.id ?? /(?:[?&]id=|\/)([\w-]+)$/.exec(link?.href ?? '')?.[1];
}

export interface ListNames {
  readonly plural: string;
  readonly singular: string;
}

/**
 * The rows of a list answer, however it is wrapped: a list, one bare object, nothing. Undefined when the answer does not
 * hold the list, which is not the same as an empty one.
 */
export function readList<T extends z.ZodType>(
  row: T,
  { payload, page: about, links }: Answer,
  { plural, singular }: ListNames,
): z.infer<T>[] | undefined {
  const wrapped = payload[plural] ?? payload[singular];
  const items = wrapped === undefined ? emptyList(payload['payloadType'] === plural, about) : unwrap(wrapped, singular);
  if (!items) return undefined;
  const rows = items.map((item) => row.safeParse(item).data);
  if (rows.some((parsed) => parsed === undefined)) return undefined;
  const named = links.some(({ rel }) => rel?.toLowerCase() === singular);
  return rows.length === 0 && named ? undefined : (rows as z.infer<T>[]);
}

function emptyList(announced: boolean, about: Answer['page']): unknown[] | undefined {
  return announced || about?.['total-elements'] === 0 ? [] : undefined;
}

function unwrap(value: unknown, singular: string): unknown[] | undefined {
  if (value === null || value === '') return [];
  if (Array.isArray(value)) return value as unknown[];
  if (typeof value !== 'object') return undefined;
  const members = value as Record<string, unknown>;
  if (singular in members) return unwrap(members[singular], singular);
  return Object.keys(members).length === 0 ? [] : [members];
}
