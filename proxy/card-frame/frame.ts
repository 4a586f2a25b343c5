import type { CardFrameFault, FromCardFrame } from '../../src/contract/card-frame.js';
import type { CardFrameSettings } from './settings.js';

/** The processor's global, as far as the frame uses it. */
interface CardSdk {
  init(options: Readonly<Record<string, unknown>>): void;
  getPaymentToken(): Promise<unknown>;
  reset(): void;
}

interface TrustedTypes {
  createPolicy(name: string, rules: object): { createScriptURL(url: string): string };
}

/** What the frame knows of the page's globals beside the standard ones. */
interface FrameWindow {
  ClearentSDK?: CardSdk;
  ClearentValidation?: (messages: unknown) => void;
  ClearentTokenError?: () => void;
  trustedTypes?: TrustedTypes;
}

/**
 * The script of the card frame. It travels to the browser as the text of this class and so refers to nothing outside
 * itself. Between the host's page and the processor's form it lets through a token, the last four digits and faults in our
 * words, and nothing else.
 */
export class CardFrame {
  readonly #settings: CardFrameSettings;
  #port: MessagePort | undefined;
  #nonce: string | undefined;
  #faults: CardFrameFault[] = [];
  #height = -1;

  constructor(settings: CardFrameSettings) {
    this.#settings = settings;
  }

  /** Waits for the embedding page to hand over its port; takes one, and only from there. */
  start(): void {
    const take = (event: MessageEvent<unknown>): void => {
      if (event.origin !== this.#settings.allowedOrigin || event.source !== parent) return;
      const { type, nonce } = Object(event.data) as { type?: unknown; nonce?: unknown };
      const [port] = event.ports;
      if (type !== 'komet-card-frame:connect' || !port) return;
      removeEventListener('message', take);
      this.#nonce = this.#isName(nonce) ? nonce : undefined;
      this.#port = port;
      port.onmessage = ({ data }: MessageEvent<unknown>) => this.#hear(Object(data) as Record<string, unknown>);
      new ResizeObserver(() => this.#measure()).observe(document.body);
      void this.#open();
    };
    addEventListener('message', take);
  }

  #hear({ type, requestId }: Record<string, unknown>): void {
    if (type === 'tokenize' && this.#isName(requestId)) void this.#tokenize(requestId);
    else if (type === 'reset') void this.#reset();
    else if (type === 'focus') document.querySelector('iframe')?.focus();
  }

  #tell(message: FromCardFrame): void {
    this.#port?.postMessage(message);
  }

  async #open(): Promise<void> {
    try {
      if (!this.#page.ClearentSDK) await this.#load();
      this.#draw();
      await this.#drawn();
      this.#tell({ type: 'ready', ...(this.#nonce !== undefined && { nonce: this.#nonce }) });
    } catch {
      this.#tell({ type: 'error', code: 'script-failed' });
    }
  }

  /** Fetches the processor's script; a try that failed leaves no element behind, so that it can be repeated. */
  #load(): Promise<void> {
    const url = `${this.#settings.gatewayUrl}/js-sdk/js/clearent-host.js`;
    const policy = this.#page.trustedTypes?.createPolicy('komet-card-frame', { createScriptURL: () => url });
    const script = document.createElement('script');
    return new Promise((resolve, reject) => {
      const fail = (): void => {
        script.remove();
        reject(new Error('The script did not load'));
      };
      const timer = setTimeout(fail, 15_000);
      script.addEventListener('error', fail);
      script.addEventListener('load', () => {
        clearTimeout(timer);
        resolve();
      });
      script.src = policy ? policy.createScriptURL(url) : url;
      document.head.append(script);
    });
  }

  #draw(): void {
    const { gatewayUrl, publicKey, locale, colorScheme } = this.#settings;
    const [number, date, code] =
      locale === 'es' ? ['Número de tarjeta', 'MMAA', 'Código'] : ['Card number', 'MMYY', 'CVV'];
    const [text, field, line, fault] =
      colorScheme === 'dark' ? ['#e8ebee', '#1b2026', '#8b96a3', '#ff9d92'] : ['#1f2933', '#fff', '#768390', '#b42318'];
    this.#page.ClearentValidation = (messages) => this.#judge(messages);
    this.#page.ClearentSDK?.init({
      baseUrl: gatewayUrl,
      pk: publicKey,
      paymentFormId: 'payment-form',
      styles: `:root{color-scheme:${colorScheme}}body,label{color:${text}}input{color:${text};background:${field};border-color:${line}}input[aria-invalid=true]{border-color:${fault}}.error{color:${fault}}`,
      showValidationMessages: false,
      allowAutoComplete: false,
      allowEmbedded: true,
      clearFormOnSuccess: false,
      cardMasked: true,
      cvcMasked: true,
      expDateMasked: true,
      cardPlaceholder: number,
      expDatePlaceholder: date,
      cvcPlaceholder: code,
    });
  }

  /** The processor's form is a frame itself; before that has loaded there is nothing to type into. */
  #drawn(): Promise<void> {
    const form = document.querySelector('#payment-form iframe');
    return new Promise((resolve) => {
      if (form) form.addEventListener('load', () => resolve(), { once: true });
      else resolve();
    });
  }

  #measure(): void {
    const height = Math.min(2000, Math.ceil(document.body.getBoundingClientRect().height));
    if (height !== this.#height) this.#tell({ type: 'resize', height });
    this.#height = height;
  }

  /** The processor's sentences stay here: they are in one language and not ours to repeat. */
  #judge(messages: unknown): void {
    const words: [CardFrameFault, RegExp][] = [
      ['card-number-invalid', /number/i],
      ['card-expired', /expired/i],
      ['expiry-invalid', /expir|date/i],
      ['security-code-invalid', /code|csc|cvc|cvv/i],
    ];
    const texts = Array.isArray(messages) ? messages.map(String) : [];
    const faults = texts.map((text) => words.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other');
    this.#faults = [...new Set(faults)];
    this.#tell({ type: 'validity', faults: this.#faults, complete: this.#faults.length === 0 });
  }

  /** The form tells of a failure by rejecting or by its callback, and of a lost connection perhaps not at all. */
  async #tokenize(requestId: string): Promise<void> {
    const { promise: late, stop } = this.#deadline();
    const failed = new Promise<undefined>((resolve) => {
      this.#page.ClearentTokenError = () => resolve(undefined);
    });
    const asked = Promise.resolve(this.#page.ClearentSDK?.getPaymentToken()).catch(() => undefined);
    const answer = await Promise.race([asked, failed, late]);
    stop();
    const token = answer === 'late' ? undefined : this.#readToken(answer);
    if (token) this.#tell({ type: 'token', requestId, ...token });
    else if (answer === 'late') this.#tell({ type: 'error', requestId, code: 'timeout' });
    else this.#tell({ type: 'error', requestId, code: this.#faults.length > 0 ? 'invalid' : 'unavailable' });
  }

  #deadline(): { promise: Promise<'late'>; stop: () => void } {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const promise = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), 30_000);
    });
    return { promise, stop: () => clearTimeout(timer) };
  }

  /** Takes the three values that may leave, each held to its form. Without `exp` the documented day is assumed. */
  #readToken(answer: unknown): { token: string; last4: string; expiresAt: string } | undefined {
    const { payload } = Object(answer) as { payload?: { 'mobile-jwt'?: Record<string, unknown> } };
    const { jwt: token, 'last-four': last4 } = payload?.['mobile-jwt'] ?? {};
    if (typeof token !== 'string' || !/^[\w-]{2,}\.[\w-]{2,}\.[\w-]{2,}$/.test(token)) return undefined;
    if (typeof last4 !== 'string' || !/^\d{4}$/.test(last4)) return undefined;
    let expires = Date.now() + 86_400_000;
    try {
      const claims = JSON.parse(atob((token.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/'))) as {
        exp?: unknown;
      };
      if (typeof claims.exp === 'number') expires = claims.exp * 1000;
    } catch {
      // A token that can't be read is the processor's business; it is passed on as it is.
    }
    return { token, last4, expiresAt: new Date(expires).toISOString() };
  }

  async #reset(): Promise<void> {
    this.#faults = [];
    this.#page.ClearentSDK?.reset();
    await this.#open();
  }

  #isName(value: unknown): value is string {
    return typeof value === 'string' && /^[\w-]{1,64}$/.test(value);
  }

  get #page(): FrameWindow {
    return window as unknown as FrameWindow;
  }
}
