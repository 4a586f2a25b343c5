import type { Permission, Role } from '../contract/session.js';

const MANAGE_CARDS = ['card:read', 'card:save', 'card:delete'] as const;
const RECEIVE = ['pay', 'pay:read', 'refund', 'reconcile'] as const;

/** What each role of Komet may do (Komet's User Roles page and the role notes of each screen's page). */
const RIGHTS: Readonly<Record<Role, readonly Permission[]>> = {
  Administrator: [
    ...RECEIVE,
    ...MANAGE_CARDS,
    'pay:order',
    'confirm',
    'terminal',
    'settings',
    'apply',
    'reconcile:reopen',
  ],
  'Accounts Receivables': [...RECEIVE, ...MANAGE_CARDS],
  Cashier: [...RECEIVE, ...MANAGE_CARDS, 'pay:order', 'confirm'],
  'Credit Manager': ['pay:read', ...MANAGE_CARDS],
  'Sales Manager': ['pay:order', 'pay:read', 'confirm', ...MANAGE_CARDS],
  Sales: ['pay:order', 'confirm', 'card:read', 'card:sales'],
  'Sales Allocations': ['confirm'],
  Setup: ['settings', 'terminal', 'apply'],
  Customer: ['pay', 'pay:read', ...MANAGE_CARDS],
  Operator: ['operator', 'settings', 'terminal', 'apply'],
};

/** The rights of a user with these roles: their union. */
export function permissionsOf(roles: readonly Role[]): Permission[] {
  return [...new Set(roles.flatMap((role) => RIGHTS[role]))];
}
