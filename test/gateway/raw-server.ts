import { createServer, type AddressInfo, type Socket } from 'node:net';
import { after } from 'node:test';
import { createPooledHttp } from '../../proxy/gateway/pooled-http.js';
import type { GatewayHttp, GatewayHttpRequest } from '../../proxy/gateway/transport.js';

export interface RawServer {
  readonly port: number;
  readonly http: GatewayHttp;
  /** Whole requests as they arrived, over whichever connection. */
  readonly requests: string[];
  /** How many connections were opened. */
  connections(): number;
  readonly call: GatewayHttpRequest;
}

/** A server of bytes: `answer` is given the socket at every whole request, and its number from 0. */
export async function givenServer(answer: (socket: Socket, number: number) => void): Promise<RawServer> {
  const requests: string[] = [];
  const sockets = new Set<Socket>();
  let opened = 0;
  const server = createServer((socket) => {
    opened += 1;
    sockets.add(socket);
    let text = '';
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
      if (!isWhole(text)) return;
      const number = requests.push(text) - 1;
      text = '';
      answer(socket, number);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const pool = createPooledHttp();
  after(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await pool.close();
  });
  const { port } = server.address() as AddressInfo;
  return { port, http: pool.http, requests, connections: () => opened, call: callTo(`http://127.0.0.1:${port}/`) };
}

export function callTo(url: string, timeoutMs = 5_000): GatewayHttpRequest {
  return { method: 'POST', url, headers: { 'content-type': 'application/json' }, body: '{"type":"SALE"}', timeoutMs };
}

export function httpAnswer(body: string | Buffer, headers: readonly string[] = [], status = '200 OK'): Buffer {
  const bytes = Buffer.from(body);
  const head = [`HTTP/1.1 ${status}`, `content-length: ${bytes.length}`, ...headers];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), bytes]);
}

function isWhole(text: string): boolean {
  const end = text.indexOf('\r\n\r\n');
  const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0);
  return end >= 0 && text.length >= end + 4 + length;
}
