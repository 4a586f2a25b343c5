/** Keys that edit text or move between fields of ours; with Ctrl, Alt or Meta they belong to the page. */
const EDITING = new Set(['Enter', 'Backspace', 'Delete', 'ArrowUp', 'ArrowDown', 'Home', 'End']);

const isEditable = (target: EventTarget | undefined): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;

/**
 * Keeps what is typed into our fields from firing the host page's shortcuts: outside of a shadow root the target of a key
 * is the tag and no longer the field, so a page cannot tell that somebody is typing.
 */
export function keepTyping(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const ours = event.key.length === 1 || EDITING.has(event.key);
  if (ours && isEditable(event.composedPath()[0])) event.stopPropagation();
}

/** The digit, 1 to 9, that is pressed together with Alt and nothing else. */
export function altDigit(event: KeyboardEvent): number | undefined {
  if (!event.altKey || event.ctrlKey || event.metaKey) return undefined;
  const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
  return digit === undefined ? undefined : Number(digit);
}
