import type * as z from 'zod/mini';
import { id } from '../../src/contract/primitives.js';
import type { Route } from '../../src/contract/routes.js';
import { ProblemError } from '../problem-error.js';
import { readJson } from './body.js';
import { invalidRequest } from './problems.js';

/** Whatever can't be an id belongs to nobody: the same answer as for an id that is unknown. */
export function requireIds(params: Readonly<Record<string, string>>): void {
  if (Object.values(params).some((value) => !id.safeParse(value).success)) throw new ProblemError('not-found');
}

export function parseQuery(route: Route, url: string): unknown {
  if (!route.query) return undefined;
  const { searchParams } = new URL(url);
  const names = [...searchParams.keys()];
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) {
    const errors = [{ pointer: `/${repeated}`, message: 'may be given once' }];
    throw new ProblemError('invalid-request', { errors });
  }
  return parsed(route.query, Object.fromEntries(searchParams));
}

export async function parseBody(route: Route, request: Request): Promise<unknown> {
  return route.body ? parsed(route.body, await readJson(request, route.maxBodyBytes)) : undefined;
}

function parsed(schema: z.ZodMiniType, value: unknown): unknown {
  const result = schema.safeParse(value);
  if (!result.success) throw invalidRequest(result.error.issues);
  return result.data;
}

/**
 * Our own answer, held to the contract: members it doesn't name are dropped, and an answer that breaks it is never sent.
 * @throws Error that names the place, for the log
 */
export function parseAnswer(route: Route, status: number, body: unknown): unknown {
  const schema = route.answers[status];
  if (schema === undefined) throw new Error(`${route.method} ${route.path} has no answer ${status}`);
  if (schema === null) return undefined;
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const places = result.error.issues.map((issue) => `/${issue.path.map(String).join('/')}: ${issue.code}`);
  throw new Error(`The answer of ${route.method} ${route.path} breaks the contract: ${places.join(', ')}`);
}
