import { Screen } from './receive-payment/screen.js';

/** A tag with windows: what a window is given to show counts as shown. */
export class WindowScreen extends Screen<HTMLElement & { updateComplete: Promise<unknown> }> {
  override get text(): string {
    return shownText(this.tag).replace(/\s+/g, ' ');
  }
}

function shownText(node: Node): string {
  if (node instanceof Element && (node.hasAttribute('hidden') || node.localName === 'style')) return '';
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
  return ` ${childrenOf(node).map(shownText).join('')} `;
}

function childrenOf(node: Node): Node[] {
  if (node instanceof HTMLSlotElement && node.assignedNodes().length > 0) return node.assignedNodes();
  return [...(node instanceof Element && node.shadowRoot ? node.shadowRoot : node).childNodes];
}
