import type { AnswerListener } from './pipeline.js';
import type { World } from './world.js';

/** Where transaction events go, and who signs them. */
export interface WebhookOptions {
  url: string;
  /** DER signature in hex over the raw text of `payload`, with the terminal's key. */
  sign(terminalId: string, text: string): string;
  /** `fetch` unless told. */
  send?: (request: Request) => Promise<Response>;
}

const attempts = 3;

/** Posts every transaction answer with its signature, up to three times, waiting longer each time. */
export function createWebhooks(world: World, options: WebhookOptions): AnswerListener {
  const send = options.send ?? fetch;

  async function deliver(body: string): Promise<void> {
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const headers = { 'content-type': 'application/json' };
      const response = await send(new Request(options.url, { method: 'POST', headers, body })).catch(() => undefined);
      if (response?.ok) return;
      await world.wait(1000 * 2 ** attempt);
    }
  }

  return (arrival, text) => {
    const terminalId = arrival.terminal?.terminalId;
    if (terminalId === undefined || !arrival.note.booked) return;
    // The signature covers the payload's text as sent, so the text is cut out and never written anew.
    const start = text.indexOf('"payload":') + '"payload":'.length;
    const signature = options.sign(terminalId, text.slice(start, -1));
    void deliver(`${text.slice(0, -1)},"signature":"${signature}"}`);
  };
}
