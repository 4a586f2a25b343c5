export interface ApiRequest {
  readonly method: 'GET' | 'POST';
  /** Holds the token in its query when it is a GET: never log it. */
  readonly url: string;
  readonly body?: string;
  /** From the name lookup to the last byte of the answer. */
  readonly timeoutMs: number;
}

export interface ApiResponse {
  readonly status: number;
  readonly text: string;
}

/** One call of Komet's API: never repeated, no redirect followed, answer bounded. Whatever it throws may have been carried out. */
export type ApiHttp = (request: ApiRequest) => Promise<ApiResponse>;

/** A customer list of some ten thousand rows. */
const MAX_ANSWER_BYTES = 16 * 1_048_576;

/** Calls through `fetch`, which keeps its connections by itself. */
export function createApiHttp(fetch: (request: Request) => Promise<Response>): ApiHttp {
  return async ({ method, url, body, timeoutMs }) => {
    const request = new Request(url, {
      method,
      headers: { accept: 'application/json', ...(body !== undefined && { 'content-type': 'application/json' }) },
      body: body ?? null,
      // A redirect would carry the token, or a posting, to a place nobody chose.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const response = await fetch(request);
    return { status: response.status, text: await readBounded(response) };
  };
}

async function readBounded(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MAX_ANSWER_BYTES) throw new RangeError('The answer is too long');
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
