import type { Simulator } from '../app.js';
import type { ChannelAnswer, ChannelQuestion } from './messages.js';

/**
 * Lets a simulator that runs inside a page answer card forms of its own origin, whose requests no service worker sees.
 * Serve the form with `sdkFiles(origin, {channel})`. Returns how to stop.
 */
export function answerCardForms(simulator: Simulator, origin: string, channel: string): () => void {
  const forms = new BroadcastChannel(channel);
  forms.addEventListener('message', ({ data }: MessageEvent<ChannelQuestion | ChannelAnswer>) => {
    if ('id' in data) void answer(data);
  });

  async function answer({ id, publicKey, body }: ChannelQuestion): Promise<void> {
    const headers = { 'content-type': 'application/json', 'public-key': publicKey };
    const request = new Request(`${origin}/rest/v2/mobilejwt/manual`, { method: 'POST', headers, body });
    const response = await simulator.fetch(request);
    const reply: ChannelAnswer = { answers: id, ok: response.ok, text: await response.text() };
    forms.postMessage(reply);
  }
  return () => forms.close();
}
