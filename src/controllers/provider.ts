import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { clientContext, workplaceContext } from '../context/keys.js';
import type { Permission, Session } from '../contract/session.js';
import type { PayClient } from '../services/call.js';
import { clientError, type PayError } from '../services/pay-error.js';
import { AnnounceEvent, type Urgency } from './announce-event.js';

export type ProviderStatus = 'loading' | 'ready' | 'failed' | 'not-configured';

/** What a widget has from the provider around it, or else from `configure()`. */
export class ProviderController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #client;
  readonly #workplace;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    this.#client = new ContextConsumer(host, { context: clientContext, subscribe: true });
    this.#workplace = new ContextConsumer(host, { context: workplaceContext, subscribe: true });
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  get client(): PayClient | undefined {
    return this.#client.value;
  }

  get status(): ProviderStatus {
    const session = this.#workplace.value?.session;
    if (!session) return isAwaited(this.#host) ? 'loading' : 'not-configured';
    if (session.status === 'failed' && session.error.kind === 'not-configured') return 'not-configured';
    return session.status;
  }

  get session(): Session | undefined {
    const session = this.#workplace.value?.session;
    return session?.status === 'ready' ? session.session : undefined;
  }

  get error(): PayError | undefined {
    const session = this.#workplace.value?.session;
    if (session?.status === 'failed') return session.error;
    return this.status === 'not-configured' ? clientError('not-configured') : undefined;
  }

  /** The location that a widget takes when it is told none. */
  get locationId(): string | undefined {
    return this.#workplace.value?.locationId;
  }

  /** Whether the session has any of these rights. The proxy decides anyway; this only spares a refusal. */
  can(...permissions: Permission[]): boolean {
    return permissions.some((permission) => this.session?.permissions.includes(permission));
  }

  /** Says something to users of a screen reader. */
  announce(text: string, urgency: Urgency = 'polite'): void {
    this.#host.dispatchEvent(new AnnounceEvent(text, urgency));
  }
}

/** Whether the element stands inside a provider that is not defined yet: scripts come in any order. */
function isAwaited(element: Element): boolean {
  const provider = element.closest('komet-pay-provider');
  if (provider) return true;
  const root = element.getRootNode();
  return root instanceof ShadowRoot && isAwaited(root.host);
}
