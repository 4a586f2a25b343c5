import { CardFrame } from './frame.js';
import type { CardFrameSettings } from './settings.js';

const TITLES = { en: 'Card details', es: 'Datos de la tarjeta' } as const;

/** Path of the frame's script, next to its page. */
export const SCRIPT_PATH = '/card-frame.js';

/**
 * The card frame's script. `__name` is what TypeScript runners may have written into the class. The settings come from the
 * page's markup, so that the script is the same for everyone.
 */
export const cardFrameScript = `'use strict';
{
const __name = (target) => target;
new (${String(CardFrame)})(JSON.parse(document.body.dataset.settings)).start();
}
`;

/** The card frame's page. `nonce` admits its own script and style, and nothing else of this origin. */
export function cardFramePage(settings: CardFrameSettings, nonce: string): string {
  const { locale, colorScheme } = settings;
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<title>${TITLES[locale]}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style nonce="${nonce}">:root{color-scheme:${colorScheme}}body{margin:0;overflow:hidden}</style>
</head>
<body data-settings="${escaped(JSON.stringify(settings))}">
<main id="payment-form"></main>
<script nonce="${nonce}" src="${SCRIPT_PATH}"></script>
</body>
</html>
`;
}

/** What the page may load and who may embed it. */
export function cardFramePolicy(settings: CardFrameSettings, nonce: string, trustedTypes: boolean): string {
  const gateway = new URL(settings.gatewayUrl).origin;
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' ${gateway}`,
    `frame-src ${gateway}`,
    `connect-src 'self' ${gateway}`,
    `style-src 'nonce-${nonce}'`,
    `frame-ancestors ${settings.allowedOrigin}`,
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    ...(trustedTypes
      ? ["require-trusted-types-for 'script'", "trusted-types komet-card-frame 'allow-duplicates'"]
      : []),
    'report-to csp',
  ].join('; ');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
