import { spawnSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { ensureChromium } from './chromium.js';
import { startDemo, type Demo } from './demo.js';
import { SCENES, type Scene } from './gallery/scenes.js';
import { VARIANTS, type Variant } from './gallery/variants.js';

/** Draws every scene in every variant into docs/gallery; `npm run gallery -- receive-payment` draws the scenes of that name alone. */
const FOLDER = 'docs/gallery';

const build = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts', 'bundles'], { stdio: 'inherit' });
if (build.status !== 0) process.exit(build.status ?? 1);
process.env['CHROME_PATH'] = ensureChromium();
const wanted = process.argv.slice(2);
const scenes = SCENES.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
await mkdir(FOLDER, { recursive: true });
for (const variant of VARIANTS) {
  // Books of its own for each variant: what a scene pays for stays paid.
  const demo = await startDemo();
  try {
    for (const scene of scenes) await draw(demo, scene, variant);
  } finally {
    await demo.stop();
  }
}

async function draw(demo: Demo, { name, screen, switches, act }: Scene, variant: Variant): Promise<void> {
  const address = new URLSearchParams({ ...variant.switches, ...switches });
  const { page, context, faults } = await demo.open(`/?${address.toString()}#${screen}`, variant.window);
  await act(page);
  await page.screenshot({ path: `${FOLDER}/${name}-${variant.name}.png` });
  // The browser reports a declined card as a resource that failed to load.
  const broken = faults.filter((fault) => !fault.includes('Failed to load resource'));
  if (broken.length > 0) throw new Error(`${name} in ${variant.name}: ${broken.join('; ')}`);
  await context.close();
  console.log(`${FOLDER}/${name}-${variant.name}.png`);
}
