import { problem, PROBLEMS, type ProblemCode } from '../../src/contract/problem.js';
import { idempotencyKey, id } from '../../src/contract/primitives.js';
import type { Route } from '../../src/contract/routes.js';
import { componentSchemas, schemaOf } from './components.js';
import { problemsOf } from './problems.js';

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 document of the routes: shapes from the contract, refusals with every code that can occur. */
export function openApiDocument(routes: readonly Route[], publicOrigin: string): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Komet payment proxy',
      version: '1',
      description:
        'Money is whole US cents. Refusals are RFC 9457 problems with a `code` of a closed list, what happened to the money and what to do next.',
    },
    servers: [{ url: publicOrigin }],
    paths,
    components: { schemas: componentSchemas(), securitySchemes: SECURITY_SCHEMES },
  };
}

const SECURITY_SCHEMES = {
  session: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'A session token, at most 15 minutes old.',
  },
  integrator: {
    type: 'http',
    scheme: 'bearer',
    description: "The secret of a host's server. It never belongs into a page.",
  },
};

function operation(route: Route): Json {
  const { access, body } = route;
  return {
    operationId: operationIdOf(route),
    summary: route.summary,
    description: accessOf(route),
    ...(access !== 'anyone' && { security: [{ [Array.isArray(access) ? 'session' : 'integrator']: [] }] }),
    parameters: parametersOf(route),
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body) } } } }),
    responses: { ...answersOf(route), ...refusalsOf(route) },
  };
}

/** `GET /v1/payments/{paymentId}` becomes `get_payments_paymentId`. */
function operationIdOf({ method, path }: Route): string {
  const words = path.replace(/^\/v1/, '').split(/[/{}]+/);
  return [method.toLowerCase(), ...words.filter((word) => word !== '')].join('_');
}

function accessOf({ access }: Route): string {
  if (access === 'anyone') return 'Open to anyone.';
  if (access === 'integrator') return "Takes the integrator's secret.";
  if (access === 'operator') return 'Takes the secret of an operator, or a session with the right operator.';
  return access.length === 0 ? 'Needs a session.' : `Needs one of the rights: ${access.join(', ')}.`;
}

function parametersOf({ path, query, idempotent }: Route): Json[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: schemaOf(id),
  }));
  const { properties = {}, required = [] } = (query ? schemaOf(query) : {}) as {
    properties?: Json;
    required?: string[];
  };
  const inQuery = Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description: 'Made once for a decision and repeated with every retry of it.',
    schema: schemaOf(idempotencyKey),
  };
  return [...inPath, ...inQuery, ...(idempotent ? [key] : [])];
}

function answersOf({ answers, idempotent }: Route): Json {
  const replayed = {
    'Idempotent-Replayed': { description: 'The answer of an earlier request.', schema: { const: 'true' } },
  };
  return Object.fromEntries(
    Object.entries(answers).map(([status, schema]) => [
      status,
      {
        description: status === '202' ? 'The outcome is not known yet; ask again.' : 'Done.',
        ...(idempotent && { headers: replayed }),
        ...(schema && { content: { 'application/json': { schema: schemaOf(schema) } } }),
      },
    ]),
  );
}

function refusalsOf(route: Route): Json {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of problemsOf(route)) {
    const { status } = PROBLEMS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries([...byStatus].map(([status, codes]) => [status, refusal(codes)]));
}

function refusal(codes: readonly ProblemCode[]): Json {
  const schema = { allOf: [schemaOf(problem), { type: 'object', properties: { code: { enum: codes } } }] };
  const told = codes.map((code) => `\`${code}\`: ${PROBLEMS[code].title}.`);
  return { description: told.join(' '), content: { 'application/problem+json': { schema } } };
}
