import { request as send, type IncomingMessage, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';

/**
 * Passes a request on, as a host's reverse proxy does: with the Host the browser used, so that the proxy knows its public address, and
 * streaming both ways. A backend that can't be reached is a 502.
 */
export async function forward(
  request: IncomingMessage,
  response: ServerResponse,
  target: string,
  path: string,
): Promise<void> {
  const { hostname, port } = new URL(target);
  const onward = send({ hostname, port, path, method: request.method, headers: request.headers });
  const answered = new Promise<IncomingMessage>((resolve, reject) =>
    onward.on('response', resolve).on('error', reject),
  );
  pipeline(request, onward).catch(() => onward.destroy());
  const answer = await answered;
  response.writeHead(answer.statusCode ?? 502, answer.headers);
  await pipeline(answer, response);
}

/** Ends what could not be answered: with 502, or in the middle of an answer that broke off. */
export function breakOff(response: ServerResponse): void {
  if (!response.headersSent) response.writeHead(502);
  response.end();
}
