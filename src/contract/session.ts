import * as z from 'zod/mini';
import { id, isoInstant, origin, text } from './primitives.js';

/**
 * Rights a session may hold. Roles are turned into rights in `domain/permissions.ts`. `card:sales` is `card:save` and
 * `card:delete` at the locations that let salespeople manage cards.
 */
export const PERMISSIONS = [
  'pay',
  'pay:order',
  'pay:read',
  'card:read',
  'card:save',
  'card:delete',
  'card:sales',
  'refund',
  'terminal',
  'settings',
  'apply',
  'reconcile',
  'reconcile:reopen',
  'confirm',
  'operator',
] as const;

/**
 * Komet's user roles that mean something to payments (User Roles page of Komet's knowledge base), and `Operator`: Komet's own
 * people, who put the processor's keys in place.
 */
export const ROLES = [
  'Administrator',
  'Accounts Receivables',
  'Cashier',
  'Credit Manager',
  'Sales Manager',
  'Sales',
  'Sales Allocations',
  'Setup',
  'Customer',
  'Operator',
] as const;

/** `live` moves money, `sandbox` is the processor's test host, `training` is the simulator. Never defaulted. */
export const environment = z.enum(['live', 'sandbox', 'training']);

export const permission = z.enum(PERMISSIONS);
export const role = z.enum(ROLES);

/** What the host's server asks for when a user opens a screen. Rights are the union of the roles', cut by the key's ceiling. */
export const sessionRequest = z.strictObject({
  actor: z.strictObject({ id, name: text(100), kind: z.enum(['staff', 'portal']) }),
  roles: z.array(role).check(z.minLength(1), z.maxLength(8)),
  /** The one customer a portal user may act for; staff see all customers when it is left out. */
  customerId: z.optional(id),
  /** Locations the user works at; all of the company's when left out. */
  locationIds: z.optional(z.array(id).check(z.minLength(1), z.maxLength(200))),
  /** The exact origin of the page the token is for. */
  origin,
  lifetimeSeconds: z.optional(z.int().check(z.minimum(30), z.maximum(900))),
});

export const sessionToken = z.object({ token: z.string(), expiresAt: isoInstant });

export const session = z.object({
  actor: z.object({ id, name: z.string(), kind: z.enum(['staff', 'portal']) }),
  company: z.object({ id, name: z.string(), currency: z.string() }),
  environment,
  /** Read as text, so that a page bears with roles and rights that are newer than itself. */
  roles: z.array(z.string() as unknown as z.ZodMiniType<Role, string>),
  permissions: z.array(z.string() as unknown as z.ZodMiniType<Permission, string>),
  customerId: z.optional(id),
  locationIds: z.array(id),
  expiresAt: isoInstant,
});

export type SessionRequest = z.infer<typeof sessionRequest>;
export type SessionToken = z.infer<typeof sessionToken>;
export type Session = z.infer<typeof session>;
export type Permission = z.infer<typeof permission>;
export type Role = z.infer<typeof role>;
export type Environment = z.infer<typeof environment>;
