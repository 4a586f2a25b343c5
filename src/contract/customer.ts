import * as z from 'zod/mini';
import { cents, id } from './primitives.js';

/** A buyer of the company. Card payments need `currency` USD (rule R-2). */
export const customer = z.object({
  id,
  code: z.string(),
  name: z.string(),
  active: z.boolean(),
  currency: z.string(),
  terms: z.optional(z.string()),
  email: z.optional(z.string()),
  mainLocationId: z.optional(id),
  city: z.optional(z.string()),
  state: z.optional(z.string()),
  openBalanceCents: z.optional(cents),
  openCreditCents: z.optional(cents),
});

export const customerQuery = z.object({
  /** Part of the name or code. */
  search: z.optional(z.string().check(z.maxLength(100))),
  limit: z.optional(z.string().check(z.regex(/^([1-9]|[1-9]\d|100)$/))),
  cursor: z.optional(z.string().check(z.maxLength(200))),
});

export const customerList = z.object({ customers: z.array(customer), nextCursor: z.optional(z.string()) });

export type Customer = z.infer<typeof customer>;
