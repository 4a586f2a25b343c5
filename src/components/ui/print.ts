/**
 * Prints a document of our own, so that nothing of the host page comes out with it. `fill` writes into its body; styles are
 * adopted and not written, since a host's policy may forbid style elements.
 */
export async function printDocument(title: string, css: string, fill: (body: HTMLElement) => void): Promise<void> {
  const frame = document.createElement('iframe');
  // Without a box it would not be printed everywhere.
  Object.assign(frame.style, { position: 'fixed', inlineSize: '0', blockSize: '0', border: '0' });
  frame.tabIndex = -1;
  frame.ariaHidden = 'true';
  document.body.append(frame);
  const view = frame.contentWindow as (Window & typeof globalThis) | null;
  if (!view) return;
  const sheet = new view.CSSStyleSheet();
  await sheet.replace(css);
  view.document.adoptedStyleSheets = [sheet];
  view.document.title = title;
  view.document.documentElement.lang = document.documentElement.lang;
  fill(view.document.body);
  view.addEventListener('afterprint', () => frame.remove());
  view.focus();
  view.print();
}
