import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { ensureChromium } from './chromium.js';
import { startDemo, type Demo } from './demo.js';
import { openDemoBooks, type DemoBooks } from './demo-books.js';
import { livePast } from './demo-past.js';
import { fillBooks } from './gallery/books.js';
import { galleryPage } from './gallery/page.js';
import type { Scene } from './gallery/scene.js';
import { SCENES } from './gallery/scenes.js';
import { VARIANTS, type Variant } from './gallery/variants.js';

/** Draws the scenes into docs/gallery with a page that shows them; `npm run gallery -- receive-payment` draws that one alone. */
const FOLDER = 'docs/gallery';

const build = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts', 'bundles'], { stdio: 'ignore' });
if (build.status !== 0) throw new Error('The widgets could not be built');
process.env['CHROME_PATH'] = ensureChromium();
const wanted = process.argv.slice(2);
const scenes = SCENES.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
await mkdir(FOLDER, { recursive: true });
for (const [index, variant] of VARIANTS.entries()) {
  const drawn = scenes.filter(({ isKey }) => isKey ?? index === 0);
  if (drawn.length === 0) continue;
  // Books of its own for each variant: what a scene pays for stays paid.
  const demo = await startDemo({ prepare: livePast });
  try {
    const books = openDemoBooks(demo);
    await fillBooks(books);
    for (const scene of drawn) await draw(demo, books, scene, variant);
  } finally {
    await demo.stop();
  }
}
await writeFile(`${FOLDER}/README.md`, galleryPage());

async function draw(demo: Demo, books: DemoBooks, scene: Scene, variant: Variant): Promise<void> {
  const name = `${scene.name}-${variant.name}`;
  await scene.prepare?.(books);
  const address = new URLSearchParams({ ...variant.switches, ...scene.switches });
  const { page, context, faults } = await demo.open(`/?${address.toString()}#${scene.screen}`, variant.window);
  page.setDefaultTimeout(10_000);
  const failure = await scene.act(page).then(
    () => undefined,
    (error: unknown) => String(error),
  );
  await keep(page, `${FOLDER}/${name}.webp`);
  // The browser reports a declined card as a resource that failed to load.
  const broken = faults.filter((fault) => !fault.includes('Failed to load resource'));
  if (failure) broken.push(failure);
  await context.close();
  console.log([name, ...broken].join('\n  '));
  if (broken.length > 0) process.exitCode = 1;
}

/** As WebP, which is a fifth of a PNG; Playwright itself writes none. */
async function keep(page: Page, path: string): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  const { data } = await browser.send('Page.captureScreenshot', { format: 'webp', quality: 80 });
  await writeFile(path, Buffer.from(data, 'base64'));
}
