import { setCustomElementsManifest, type Decorator, type Loader, type Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import { http } from 'msw';
import { setupWorker } from 'msw/browser';
import { mswLoader } from 'msw-storybook-addon/csf3';
import manifest from '../dist/custom-elements.json';
import type { Sandbox } from '../sandbox/sandbox.js';
import type { Role } from '../src/contract/session.js';
import '../src/components/pay-provider/pay-provider.js';
import { answerFromSandbox, API_BASE, openStorySandbox } from './sandboxes.js';
import { initialChoices, toolbar, type Choices } from './toolbar.js';

setCustomElementsManifest(manifest);

/** What `parameters.sandbox` may be: brings the story's wholesaler into the state that the story shows. */
export type PrepareSandbox = (sandbox: Sandbox) => void | Promise<void>;

async function startWorker() {
  const worker = setupWorker(http.all(`*${API_BASE}/*`, ({ request }) => answerFromSandbox(request)));
  await worker.start({ quiet: true, onUnhandledRequest: 'bypass' });
  return worker;
}

/** What `parameters.subject` may be: finds what the story shows, once its wholesaler is prepared; its members are `loaded` too. */
export type FindSubject = (sandbox: Sandbox) => Promise<object>;

/** Gives every story a wholesaler, a proxy and a gateway of its own, as `loaded.sandbox`. */
const openSandbox: Loader = async ({ parameters }) => {
  const sandbox = await openStorySandbox();
  const prepare = parameters['sandbox'] as PrepareSandbox | undefined;
  await prepare?.(sandbox);
  const find = parameters['subject'] as FindSubject | undefined;
  return { sandbox, ...(await find?.(sandbox)) };
};

/** Puts the story inside a provider that is set up by the toolbar. */
const inProvider: Decorator = (story, { globals, loaded }) => {
  const { theme, locale, density, role } = globals as Choices;
  const { sandbox } = loaded as { sandbox: Sandbox };
  return html`<komet-pay-provider
    api-base="${API_BASE}/${sandbox.companyId}"
    location-id="miami"
    theme=${theme}
    locale=${locale}
    density=${density}
    .getToken=${() => sandbox.token(role as Role)}
    >${story()}</komet-pay-provider
  >`;
};

const preview: Preview = {
  globalTypes: toolbar,
  initialGlobals: initialChoices,
  loaders: [mswLoader(startWorker), openSandbox],
  decorators: [inProvider],
  parameters: {
    a11y: { test: 'error' },
  },
};

export default preview;
