import * as z from 'zod/mini';
import { id, text } from './primitives.js';

/** A card terminal stands at one location and is offered there alone (rule R-11). Its key stays in the proxy. */
export const terminal = z.object({
  id,
  locationId: id,
  name: z.string(),
  /** What is printed on the device, to tell it from its neighbour. */
  serial: z.optional(z.string()),
  /** Whether it is offered for payments; off keeps it without offering it. */
  active: z.boolean(),
  /** `ready` once the processor has accepted its key; only then it can be charged at. */
  keyState: z.enum(['missing', 'not-verified', 'ready']),
});

export const terminalList = z.object({ terminals: z.array(terminal) });

/** What the processor answered when it was asked with the terminal's key. */
export const terminalTest = z.object({
  result: z.enum(['ready', 'key-missing', 'key-refused', 'unreachable']),
  /** Whose terminal the key opens. */
  merchantName: z.optional(z.string()),
  merchantTerminalId: z.optional(z.string()),
});

const name = text(60).check(z.minLength(1));
const serial = z.string().check(z.trim(), z.regex(/^[A-Za-z0-9-]{0,32}$/));

export const terminalCreation = z.strictObject({
  name,
  serial: z.optional(serial),
  active: z.optional(z.boolean()),
});

/** Members left out stay as they are; an empty serial takes it away. */
export const terminalChange = z.strictObject({
  name: z.optional(name),
  serial: z.optional(serial),
  active: z.optional(z.boolean()),
});

export type Terminal = z.infer<typeof terminal>;
export type TerminalTest = z.infer<typeof terminalTest>;
export type TerminalCreation = z.infer<typeof terminalCreation>;
export type TerminalChange = z.infer<typeof terminalChange>;
