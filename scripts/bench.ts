import { tellMounts, tellScrolling, tellSizes } from '../bench/tell/tell-pages.js';

const PARTS: Readonly<Record<string, (size?: number) => Promise<void>>> = {
  sizes: tellSizes,
  mounts: tellMounts,
  scrolling: tellScrolling,
  // DuckDB has no build for every machine: the other parts run without it.
  reconcile: async (size) => (await import('../bench/tell/tell-reconcile.js')).tellReconcile(size),
};

/** `npm run bench`: everything. `npm run bench -- reconcile 50000`: one part, at the size it takes. */
const [name, size] = process.argv.slice(2);
const chosen = name === undefined ? Object.values(PARTS) : [PARTS[name]];
for (const tell of chosen) {
  if (!tell) throw new Error(`There is no bench ${name ?? ''}; there are ${Object.keys(PARTS).join(', ')}.`);
  await tell(size === undefined ? undefined : Number(size));
}
