import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { chromium, type Browser } from 'playwright-core';
import { preview, type PreviewServer } from 'vite';
import { chromiumFlags, findChromium } from '../../scripts/chromium.js';
import { freePort } from '../../scripts/free-port.js';
import { openPreview, type PreviewPage } from './preview-page.js';

interface Entry {
  id: string;
  type: 'story' | 'docs';
  title: string;
  name: string;
}

const PAGES = 2;

const { entries } = JSON.parse(readFileSync('storybook-static/index.json', 'utf8')) as {
  entries: Record<string, Entry>;
};
const stories = Object.values(entries).filter(({ type }) => type === 'story');

/** The built Storybook, every story as a designer would open it: plays to its end, no page error, no axe violation. */
describe('stories', { concurrency: PAGES }, () => {
  let server: PreviewServer;
  let browser: Browser;
  let origin: string;
  const idle: PreviewPage[] = [];

  before(async () => {
    const port = await freePort();
    origin = `http://localhost:${port}`;
    server = await preview({
      configFile: false,
      logLevel: 'error',
      build: { outDir: 'storybook-static' },
      preview: { port, strictPort: true },
    });
    browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags });
  });

  after(async () => {
    await browser.close();
    await server.close();
  });

  for (const { id, title, name } of stories) {
    test(`${title} › ${name}`, async () => {
      const page = idle.pop() ?? (await openPreview(browser, origin));
      try {
        assert.deepEqual(await page.show(id), []);
        idle.push(page);
      } catch (error) {
        // What a broken story left behind must not spoil the next one.
        await page.close();
        throw error;
      }
    });
  }
});
