/* eslint-disable max-lines-per-function -- one closure: it is sent to the browser as text and may refer to nothing outside */
import type { CardRules } from './card-rules.js';
import type { CardField, createFields } from './fields.js';
import type { ChannelAnswer, SdkOptions, ToFrame, ToHost } from './messages.js';

export interface FrameConfig {
  /** BroadcastChannel of a simulator that runs in a page of this origin; without it the token service is called by HTTP. */
  channel?: string;
}

/** The card form's own page: the only place where a card number is typed. */
export function runFrame(create: typeof createFields, rules: CardRules, config: FrameConfig): void {
  const hostOrigin = new URLSearchParams(location.search).get('host') ?? '';
  let options: SdkOptions | undefined;
  let fields: CardField[] = [];
  const left = new Set<CardField>();

  const tell = (message: ToHost) => parent.postMessage(message, hostOrigin);

  function start(given: SdkOptions): void {
    options = given;
    applyStyles(given.styles);
    fields = create(rules, given, (field) => {
      left.add(field);
      validate();
    });
  }

  /** Marks and reports the fields that were already left. */
  function validate(): string[] {
    const messages: string[] = [];
    for (const field of left) {
      const problem = field.problem();
      field.mark(problem);
      if (problem !== undefined) messages.push(problem);
    }
    tell({ kind: 'validation', messages });
    return messages;
  }

  /** The host's CSS, unless it could load anything. */
  function applyStyles(css: string | null): void {
    if (css === null || /url\s*\(|image-set|@import|data:|blob:|\\/i.test(css)) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
  }

  async function tokenize(): Promise<void> {
    for (const field of fields) left.add(field);
    const messages = validate();
    if (messages.length > 0) {
      tell({ kind: 'result', ok: false, raw: failure('400', '041', messages.join(', ')) });
      return;
    }
    const entries = fields.map((field) => [field.name, field.digits()]).filter(([, digits]) => digits !== '');
    const body = JSON.stringify({
      ...Object.fromEntries(entries),
      'software-type': 'js-sdk',
      'software-type-version': '1',
    });
    try {
      const { ok, text } = await (config.channel === undefined ? overHttp(body) : overChannel(config.channel, body));
      if (ok && options?.clearFormOnSuccess) clear();
      tell({ kind: 'result', ok, raw: text });
    } catch {
      tell({ kind: 'result', ok: false, raw: failure('500', '049', 'No Response From Server') });
    }
  }

  function clear(): void {
    left.clear();
    for (const field of fields) field.clear();
  }

  async function overHttp(body: string): Promise<{ ok: boolean; text: string }> {
    const response = await fetch(new URL('../rest/v2/mobilejwt/manual', location.href), {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', 'public-key': options?.pk ?? '' },
      body,
    });
    return { ok: response.ok, text: await response.text() };
  }

  function overChannel(name: string, body: string): Promise<{ ok: boolean; text: string }> {
    const channel = new BroadcastChannel(name);
    const id = crypto.randomUUID();
    return new Promise((resolve) => {
      channel.addEventListener('message', ({ data }: MessageEvent<ChannelAnswer>) => {
        if (data.answers !== id) return;
        channel.close();
        resolve({ ok: data.ok, text: data.text });
      });
      channel.postMessage({ id, publicKey: options?.pk ?? '', body });
    });
  }

  function failure(code: string, resultCode: string, message: string): string {
    const error = { 'error-message': message, 'result-code': resultCode, 'time-stamp': new Date().toISOString() };
    return JSON.stringify({ code, status: 'fail', payload: { error, payloadType: 'error' } });
  }

  addEventListener('message', (event: MessageEvent) => {
    if (event.source !== parent || event.origin !== hostOrigin) return;
    const message = event.data as ToFrame;
    if (message.kind === 'init') start(message.options);
    else void tokenize();
  });
  new ResizeObserver(() => {
    tell({ kind: 'height', pixels: Math.ceil(document.body.getBoundingClientRect().height) });
  }).observe(document.body);
  tell({ kind: 'ready' });
}
