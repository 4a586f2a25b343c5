import { EventEmitter, once } from 'node:events';
import { createContext, runInContext } from 'node:vm';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { cardFrameScript } from '../../proxy/card-frame/page.js';
import type { CardFrameSettings } from '../../proxy/card-frame/settings.js';
import { fromCardFrame, type FromCardFrame } from '../../src/contract/card-frame.js';
import { GATEWAY, HOST_PAGE, type Json } from './given.js';

const settings: CardFrameSettings = {
  gatewayUrl: GATEWAY,
  publicKey: '3076',
  allowedOrigin: HOST_PAGE,
  locale: 'es',
  colorScheme: 'dark',
};

/** The processor's script as the frame meets it; a test scripts its answers. */
export interface Sdk {
  options: Json;
  inits: number;
  answer: () => Promise<unknown>;
}

/** The card frame's script in a page of its own, with a parent that embeds it. */
export interface FramePage {
  sdk: Sdk;
  /** Addresses of the scripts that were asked for. */
  scripts: string[];
  /** Whether the next script loads. */
  loads: boolean;
  /** What the global functions are that the form calls by name. */
  globals: Json;
  connect(how?: { origin?: string; source?: unknown; data?: unknown; port?: boolean }): void;
  say(message: unknown): void;
  /** The next message, held to the contract. */
  hear(): Promise<FromCardFrame>;
  heard: FromCardFrame[];
  /** Lets everything that was started get to its end. */
  settle(): Promise<void>;
  close(): void;
}

export function givenFramePage(): FramePage {
  const parent = {};
  const listeners = new Set<(event: Json) => void>();
  const { port1: outside, port2: inside } = new MessageChannel();
  const news = new EventEmitter();
  const waiting: FromCardFrame[] = [];
  const sdk: Sdk = { options: undefined, inits: 0, answer: async () => undefined };
  const install = () => {
    globals.ClearentSDK = {
      init: (options: Json) => {
        sdk.options = options;
        sdk.inits += 1;
      },
      getPaymentToken: () => sdk.answer(),
      reset: () => undefined,
    };
  };
  const page: FramePage = {
    sdk,
    scripts: [],
    loads: true,
    globals: undefined,
    heard: [],
    connect: ({
      origin = HOST_PAGE,
      source = parent,
      data = { type: 'komet-card-frame:connect', nonce: 'n1' },
      port = true,
    } = {}) => {
      for (const listener of [...listeners])
        listener({ origin, source, data, ports: port ? [browserPort(inside)] : [] });
    },
    say: (message) => outside.postMessage(message),
    hear: async () => {
      if (waiting.length === 0) await once(news, 'message', { signal: AbortSignal.timeout(5_000) });
      return waiting.shift()!;
    },
    settle: async () => {
      for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    },
    close: () => outside.close(),
  };
  outside.on('message', (message) => {
    const checked = fromCardFrame.parse(message);
    page.heard.push(checked);
    waiting.push(checked);
    news.emit('message');
  });
  const globals: Json = {
    parent,
    addEventListener: (_: string, listener: (event: Json) => void) => listeners.add(listener),
    removeEventListener: (_: string, listener: (event: Json) => void) => listeners.delete(listener),
    setTimeout,
    clearTimeout,
    atob,
    ResizeObserver: class {
      observe() {
        return undefined;
      }
    },
    document: documentOf(page, install),
  };
  globals.window = globals;
  page.globals = globals;
  runInContext(cardFrameScript, createContext(globals));
  return page;
}

/** Node's port emits; a browser's calls `onmessage` with an event. */
function browserPort(port: MessagePort): Json {
  const wrapped: Json = { postMessage: (message: unknown) => port.postMessage(message) };
  port.on('message', (data) => wrapped.onmessage?.({ data }));
  return wrapped;
}

function documentOf(page: FramePage, install: () => void): Json {
  return {
    body: { dataset: { settings: JSON.stringify(settings) } },
    querySelector: () => null,
    createElement: () => {
      const handlers: Record<string, () => void> = {};
      return {
        addEventListener: (name: string, handler: () => void) => (handlers[name] = handler),
        handlers,
        remove: () => undefined,
      };
    },
    head: {
      append: (script: Json) => {
        page.scripts.push(script.src);
        if (page.loads) install();
        script.handlers[page.loads ? 'load' : 'error']();
      },
    },
  };
}
