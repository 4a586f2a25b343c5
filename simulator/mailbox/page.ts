import { randomBytes } from 'node:crypto';
import type { ReceivedMail } from './mailbox.js';

const STYLE = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-inline-size: 46rem; padding: 1.5rem 1rem; }
h1 { font-size: 1.4rem; }
article { border: 1px solid #8886; border-radius: 8px; margin-block: 1rem; padding: 1rem; }
h2 { font-size: 1.05rem; margin: 0 0 .25rem; }
dl { color: #68717c; display: grid; gap: 0 .75rem; grid-template-columns: auto 1fr; margin: 0 0 .75rem; }
dd { margin: 0; overflow-wrap: anywhere; }
pre { font: inherit; margin: 0; overflow-wrap: anywhere; white-space: pre-wrap; }
@media (prefers-color-scheme: dark) { dl { color: #a3adb8; } }
`;

/** The mailbox as a page: the mails newest first, their links to be followed. Nothing of a mail runs or loads. */
export function mailboxPage(mails: readonly ReceivedMail[]): Response {
  const nonce = randomBytes(16).toString('hex');
  const html = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Mailbox (simulated)</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style nonce="${nonce}">${STYLE}</style></head>
<body><main><h1>Mailbox (simulated)</h1>
<p>Every mail sent in this training installation. None left this machine.</p>
${mails.map(articleOf).join('\n') || '<p>No mail yet.</p>'}
</main></body></html>`;
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
  });
}

function articleOf({ from, to, subject, receivedAt, text }: ReceivedMail): string {
  return `<article><h2>${escaped(subject)}</h2>
<dl><dt>From</dt><dd>${escaped(from)}</dd><dt>To</dt><dd>${escaped(to)}</dd>
<dt>Received</dt><dd><time datetime="${receivedAt}">${receivedAt.slice(0, 19).replace('T', ' ')} UTC</time></dd></dl>
<pre>${linked(escaped(text))}</pre></article>`;
}

const linked = (text: string): string =>
  text.replace(/https?:\/\/[^\s<>"']+/g, (url) => `<a href="${url}" target="_blank" rel="noopener">${url}</a>`);

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
