import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { setupWorker } from 'msw/browser';
import { mswLoader } from 'msw-storybook-addon/csf3';
import manifest from '../dist/custom-elements.json';
import { inPageBackend } from './in-page-backend.js';
import { initialChoices, toolbar } from './toolbar.js';

setCustomElementsManifest(manifest);

async function startWorker() {
  const worker = setupWorker(inPageBackend(async () => ({ fetch: async () => new Response(null, { status: 503 }) })));
  await worker.start({ quiet: true, onUnhandledRequest: 'bypass' });
  return worker;
}

const preview: Preview = {
  globalTypes: toolbar,
  initialGlobals: initialChoices,
  loaders: [mswLoader(startWorker)],
  parameters: {
    a11y: { test: 'error' },
    // One frame per story: on a Docs page they would share a worker, and one story's faults would show in all.
    docs: { story: { inline: false, height: '640px' } },
  },
};

export default preview;
