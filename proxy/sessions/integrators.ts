import type { Permission } from '../../src/contract/session.js';
import { sha256Hex } from './secrets.js';

/** A host's server that may open sessions for one company. Its secret is known here only by its hash. */
export interface Integrator {
  readonly companyId: string;
  /** SHA-256 of the secret, 64 hex digits. */
  readonly secretHash: string;
  /** The ceiling of every session it opens. */
  readonly permissions: readonly Permission[];
  /** Exact origins of the pages its sessions may be made for. */
  readonly origins: readonly string[];
  /** May put gateway keys in place, read the metrics and open sessions for operators. */
  readonly operator?: boolean;
}

/** What its sessions may ever do; the operator's right goes by its own flag. */
export function ceilingOf({ permissions, operator }: Integrator): readonly Permission[] {
  const others = permissions.filter((permission) => permission !== 'operator');
  return operator === true ? [...others, 'operator'] : others;
}

/** The integrator this secret belongs to. Looks at all of them and at every byte, so that time tells nothing. */
export async function findIntegrator(
  integrators: readonly Integrator[],
  secret: string,
): Promise<Integrator | undefined> {
  const hash = await sha256Hex(secret);
  let found: Integrator | undefined;
  for (const integrator of integrators) {
    if (isEqual(integrator.secretHash.toLowerCase(), hash)) found = integrator;
  }
  return found;
}

function isEqual(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let index = 0; index < a.length; index += 1) difference |= a.charCodeAt(index) ^ b.charCodeAt(index);
  return difference === 0;
}
