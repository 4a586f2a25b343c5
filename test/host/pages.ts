/** What stands on a host page, and how it is put together. */
export interface HostPage {
  /** A customer's tag each, straight in the page. */
  readonly customers?: readonly string[];
  /** A customer whose tag a jqGrid formatter returns as text. */
  readonly inGrid?: string;
  /** A customer whose tag stands in a modal of jQuery UI. */
  readonly inDialog?: string;
  /** Copies of the widgets, in their order. Default: the built one, once. */
  readonly scripts?: readonly ('current' | 'older')[];
  /** Whether the scripts stand before the tags or after them. Default: before. */
  readonly scriptsAt?: 'start' | 'end';
  readonly locale?: string;
  readonly direction?: 'ltr' | 'rtl';
  readonly colorSchemes?: 'light dark';
}

const VENDOR = ['jquery/dist/jquery.js', 'jquery-ui/dist/jquery-ui.js', 'free-jqgrid/dist/jquery.jqgrid.src.js'];

const STYLES = ['jquery-ui/dist/themes/base/jquery-ui.css', 'free-jqgrid/css/ui.jqgrid.css'];

const SCRIPTS = { current: '/dist/cdn/komet-pay.iife.js', older: '/older/komet-pay.iife.js' };

const scriptTags = (page: HostPage, at: HostPage['scriptsAt']): string =>
  (page.scriptsAt ?? 'start') === at
    ? (page.scripts ?? ['current']).map((name) => `<script src="${SCRIPTS[name]}"></script>`).join('\n')
    : '';

const tagOf = (customerId: string): string =>
  `<komet-receive-payment customer-id="${customerId}"></komet-receive-payment>`;

const providerOf = (page: HostPage, content: string): string =>
  `<komet-pay-provider api-base="/komet-pay" session-url="/komet/session?role=Administrator" location-id="miami"
    locale="${page.locale ?? 'en'}">${content}</komet-pay-provider>`;

/** A screen of the kind Komet's own were in 2010: no doctype, ISO-8859-1, a tiny root font, one global scope. */
export function legacyPage(page: HostPage): string {
  const grid = page.inGrid ? `<table id="gridResults" data-customer="${page.inGrid}"></table>` : '';
  // jQuery UI moves the dialog to the end of the body, so the provider stands in it and not around it.
  const dialog = page.inDialog
    ? `<div id="dialogPayment" title="Receive Payment">${providerOf(page, tagOf(page.inDialog))}</div>`
    : '';
  return `<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">
<title>Facturación</title>
${STYLES.map((path) => `<link rel="stylesheet" href="/vendor/${path}">`).join('\n')}
<link rel="stylesheet" href="/pages/legacy.css">
${VENDOR.map((path) => `<script src="/vendor/${path}"></script>`).join('\n')}
${scriptTags(page, 'start')}
</head>
<body>
<div id="lblUser">Señor Muñoz</div>
<input id="txtSearch">
${providerOf(page, (page.customers ?? []).map(tagOf).join('\n') + grid)}
${dialog}
${scriptTags(page, 'end')}
<script src="/pages/legacy.js"></script>
</body>
</html>`;
}

/** A page of today without any script of its own, under the strictest policy the widgets are promised to work under. */
export function strictPage(page: HostPage): string {
  return `<!doctype html>
<html lang="en" dir="${page.direction ?? 'ltr'}">
  <head>
    <meta charset="utf-8" />
    <title>Receive Payment</title>
    <meta name="color-scheme" content="${page.colorSchemes ?? 'light'}" />
    <link rel="icon" href="data:," />
    ${scriptTags(page, 'start')}
  </head>
  <body>
    ${providerOf(page, (page.customers ?? []).map(tagOf).join('\n'))}
    ${scriptTags(page, 'end')}
  </body>
</html>`;
}
