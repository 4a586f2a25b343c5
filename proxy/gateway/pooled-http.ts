import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { Agent, buildConnector, request, type Dispatcher } from 'undici';
import {
  DoubtError,
  MAX_ANSWER_BYTES,
  NotSentError,
  type GatewayHttp,
  type GatewayHttpRequest,
  type GatewayHttpResponse,
} from './transport.js';

export interface PooledHttpOptions {
  /** TCP and TLS together; shorter than any call, so that an unreachable gateway is known to have got nothing. */
  readonly connectTimeoutMs?: number;
  /** How long an idle connection is kept when the gateway does not say. */
  readonly keepAliveMs?: number;
}

export interface PooledHttp {
  readonly http: GatewayHttp;
  /** Lets running calls end, then closes every connection. */
  close(): Promise<void>;
}

/** Calls the gateway over kept connections: a new one costs a payment two more round trips. */
export function createPooledHttp(options: PooledHttpOptions = {}): PooledHttp {
  const agent = new Agent({
    connect: connectorThatProves(options),
    keepAliveTimeout: options.keepAliveMs ?? 15_000,
    // One request a connection at a time: a slow terminal must not stand before a sale, nor a reset hit two calls.
    pipelining: 1,
    maxResponseSize: MAX_ANSWER_BYTES,
    // The call's own total time limits everything.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  return { http: (call) => exchange(agent, call), close: () => agent.close() };
}

/**
 * Whatever fails before the connection stands has sent nothing, and only that: the proof is made here, where the stage is
 * known, and not from error codes, since a reset on a kept connection has the same code as one while connecting.
 */
function connectorThatProves({ connectTimeoutMs = 10_000 }: PooledHttpOptions): buildConnector.connector {
  const connect = buildConnector({ timeout: connectTimeoutMs });
  return (options, callback) => {
    connect(options, (...[error, socket]: buildConnector.CallbackArgs) => {
      if (error) callback(new NotSentError('No connection to the gateway', { cause: error }), null);
      else callback(null, socket);
    });
  };
}

async function exchange(dispatcher: Dispatcher, call: GatewayHttpRequest): Promise<GatewayHttpResponse> {
  const signal = AbortSignal.timeout(call.timeoutMs);
  const { method, body } = call;
  try {
    const headers = { ...call.headers, 'accept-encoding': 'identity' };
    const response = await request(call.url, { dispatcher, method, headers, body: body ?? null, signal });
    const bytes = Buffer.from(await response.body.arrayBuffer());
    const plain = await decompress(bytes, String(response.headers['content-encoding'] ?? 'identity'));
    return { status: response.statusCode, text: new TextDecoder().decode(plain) };
  } catch (error) {
    throw classify(error, signal);
  }
}

const decoders = new Map<string, (bytes: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>>([
  ['gzip', promisify(gunzip)],
  ['x-gzip', promisify(gunzip)],
  ['deflate', promisify(inflate)],
  ['br', promisify(brotliDecompress)],
]);

/** Compression is declined, but a proxy on the way may add it. */
async function decompress(bytes: Buffer, encoding: string): Promise<Buffer> {
  if (encoding === 'identity' || bytes.length === 0) return bytes;
  const decode = decoders.get(encoding.toLowerCase());
  if (!decode) throw new DoubtError('unreadable');
  try {
    return await decode(bytes, { maxOutputLength: MAX_ANSWER_BYTES });
  } catch (cause) {
    throw new DoubtError('unreadable', { cause });
  }
}

function classify(error: unknown, signal: AbortSignal): Error {
  if (error instanceof NotSentError || error instanceof DoubtError) return error;
  if (signal.aborted) return new DoubtError('timeout', { cause: error });
  const tooLong = error instanceof Error && 'code' in error && error.code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE';
  return new DoubtError(tooLong ? 'unreadable' : 'connection-lost', { cause: error });
}
