/** Where the page finds its script, beside itself. */
export const ASSETS = 'assets';

const SCRIPT = `${ASSETS}/komet-pay.auto.js`;

const TEXTS = {
  en: { title: 'Add your card', noScript: 'This form needs JavaScript.' },
  es: { title: 'Agregar su tarjeta', noScript: 'Este formulario necesita JavaScript.' },
} as const;

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; min-block-size: 100vh; }
main { margin-inline: auto; max-inline-size: 560px; padding: 8px; }
`;

export interface CardRequestPage {
  readonly token: string;
  readonly locale: 'en' | 'es';
  /** Admits the page's own style. */
  readonly nonce: string;
}

/** The page behind a card request's link. It says nothing of whom it is for: the form asks for that with the token. */
export function cardRequestPage({ token, locale, nonce }: CardRequestPage): string {
  const { title, noScript } = TEXTS[locale];
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<style nonce="${nonce}">${STYLE}</style>
<script type="module" src="${SCRIPT}"></script>
</head>
<body>
<main><komet-card-request-form token="${token}" api-base=".."></komet-card-request-form></main>
<noscript>${noScript}</noscript>
</body>
</html>
`;
}

/** Only our own scripts run here, only the card frame is framed, and nobody frames the page. */
export function cardRequestPolicy(cardFrameOrigin: string, nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'nonce-${nonce}'`,
    "connect-src 'self'",
    `frame-src ${cardFrameOrigin}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ');
}

/** The first language of the reader's browser that we write, else English. */
export function readerLocale(acceptLanguage: string | null): 'en' | 'es' {
  const languages = (acceptLanguage ?? '').split(',').map((entry) => entry.trim().slice(0, 2).toLowerCase());
  return languages.find((language) => language === 'en' || language === 'es') ?? 'en';
}
