import type { KometReceivePayment } from '../../../src/components/receive-payment/receive-payment.js';

/** The tag as a clerk meets it; parts are found as a person finds them, by their label or text, through every shadow root. */
export class Screen<Tag extends HTMLElement & { updateComplete: Promise<unknown> } = KometReceivePayment> {
  readonly tag: Tag;

  constructor(tag: Tag) {
    this.tag = tag;
  }

  get text(): string {
    return deepText(this.tag).replace(/\s+/g, ' ');
  }

  all<T extends HTMLElement = HTMLElement>(selector: string): T[] {
    return deepAll(this.tag, selector) as T[];
  }

  button(name: string): HTMLButtonElement {
    const found = this.all<HTMLButtonElement>('button').find((button) => nameOf(button) === name);
    if (!found) throw new Error(`No button “${name}” among: ${this.all('button').map(nameOf).join(' | ')}`);
    return found;
  }

  has(button: string): boolean {
    return this.all('button').some((one) => nameOf(one) === button);
  }

  input(label: string): HTMLInputElement {
    const [found] = this.#inputs(label);
    if (!found) throw new Error(`No field “${label}” among: ${this.all('input').map(labelOf).join(' | ')}`);
    return found;
  }

  #inputs(label: string): HTMLInputElement[] {
    return this.all<HTMLInputElement>('input, textarea, select').filter((input) => labelOf(input) === label);
  }

  get pay(): HTMLButtonElement {
    return this.all<HTMLButtonElement>('#pay')[0]!;
  }

  /** What the pay button says. */
  get payText(): string {
    return nameOf(this.pay);
  }

  async click(name: string): Promise<void> {
    this.button(name).click();
    await this.settled();
  }

  async type(label: string, text: string): Promise<void> {
    const input = this.input(label);
    input.focus();
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    input.blur();
    await this.settled();
  }

  /** A field whose part of the form comes by itself, once somebody needs it. */
  async field(label: string): Promise<HTMLInputElement> {
    await this.#until(
      () => this.#inputs(label).length > 0,
      () => `No field “${label}” has come.`,
    );
    return this.input(label);
  }

  async tick(label: string): Promise<void> {
    (await this.field(label)).click();
    await this.settled();
  }

  async settled(): Promise<void> {
    await this.tag.updateComplete;
    for (const element of this.all<HTMLElement & { updateComplete?: Promise<unknown> }>('*'))
      await element.updateComplete;
  }

  /** Looks again with every frame, since nothing tells when a text comes. */
  async #until(holds: () => boolean, complaint: () => string): Promise<void> {
    const limit = performance.now() + 15_000;
    while (!holds()) {
      if (performance.now() > limit) throw new Error(complaint());
      await new Promise(requestAnimationFrame);
    }
  }

  /** The elements of a selector, once there are that many. */
  async shows<T extends HTMLElement = HTMLElement>(selector: string, count: number): Promise<T[]> {
    await this.#until(
      () => this.all(selector).length === count,
      () => `${String(this.all(selector).length)} instead of ${String(count)} of ${selector}`,
    );
    await this.settled();
    return this.all<T>(selector);
  }

  async sees(text: string): Promise<void> {
    await this.#until(
      () => this.text.includes(text),
      () => `“${text}” is not in: ${this.text}`,
    );
    await this.settled();
  }
}

function deepAll(root: ParentNode, selector: string): Element[] {
  const found: Element[] = [];
  for (const element of [...(shadowOf(root)?.querySelectorAll('*') ?? []), ...root.querySelectorAll('*')]) {
    if (element.matches(selector)) found.push(element);
    if (element.shadowRoot) found.push(...deepAll(element.shadowRoot, selector));
  }
  return [...new Set(found)];
}

const shadowOf = (root: ParentNode) => (root instanceof Element ? root.shadowRoot : undefined);

function deepText(node: Node): string {
  if (node instanceof Element && (node.hasAttribute('hidden') || node.localName === 'style')) return '';
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
  const inner = node instanceof Element && node.shadowRoot ? node.shadowRoot : node;
  const slotted = inner instanceof HTMLSlotElement ? inner.assignedNodes() : [];
  return ` ${[...(slotted.length > 0 ? slotted : inner.childNodes)].map(deepText).join('')} `;
}

const nameOf = (element: Element): string =>
  (element.getAttribute('aria-label') ?? element.textContent).replace(/\s+/g, ' ').trim();

function labelOf(input: HTMLElement): string {
  const labels = (input as HTMLInputElement).labels;
  return input.getAttribute('aria-label') ?? (labels?.[0]?.textContent ?? '').replace(/\s+/g, ' ').trim();
}
