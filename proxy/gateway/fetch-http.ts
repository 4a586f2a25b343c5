import { DoubtError, MAX_ANSWER_BYTES, NotSentError, type GatewayHttp, type GatewayHttpRequest } from './transport.js';

/**
 * Calls the gateway through a given `fetch`: the simulator's own, or a browser's. A fetch never tells whether its request
 * left, so every failure of it is a doubt.
 */
export function createFetchHttp(fetch: (request: Request) => Promise<Response>): GatewayHttp {
  return async (request) => {
    const signal = AbortSignal.timeout(request.timeoutMs);
    const prepared = prepare(request, signal);
    try {
      return await Promise.race([exchange(fetch, prepared), rejectionOf(signal)]);
    } catch (error) {
      if (error instanceof DoubtError) throw error;
      throw new DoubtError(signal.aborted ? 'timeout' : 'connection-lost', { cause: error });
    }
  };
}

function prepare({ method, url, headers, body }: GatewayHttpRequest, signal: AbortSignal): Request {
  try {
    const init = { method, headers, signal, redirect: 'manual', cache: 'no-store', credentials: 'omit' } as const;
    return new Request(url, { ...init, ...(body !== undefined && { body }) });
  } catch (error) {
    throw new NotSentError('The request could not be made', { cause: error });
  }
}

async function exchange(fetch: (request: Request) => Promise<Response>, request: Request) {
  const response = await fetch(request);
  const bytes = await response.arrayBuffer();
  if (bytes.byteLength > MAX_ANSWER_BYTES) throw new DoubtError('unreadable');
  return { status: response.status, text: new TextDecoder().decode(bytes) };
}

/** An in-process fetch may not look at the signal, so the clock is also watched from outside. */
function rejectionOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new DoubtError('timeout')), { once: true });
  });
}
