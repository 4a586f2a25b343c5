import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const COMPONENTS = fileURLToPath(new URL('../src/components/', import.meta.url));

/** A public tag and the module that defines it. */
export interface Tag {
  /** With prefix, e.g. `komet-receive-payment`. */
  name: string;
  /** Absolute path, e.g. of `src/components/receive-payment/receive-payment.ts`. */
  path: string;
}

/** Every public tag: one folder each. The private building blocks live a level deeper, under `ui/`. */
export function publicTags(): Tag[] {
  return readdirSync(COMPONENTS)
    .map((folder) => ({ name: `komet-${folder}`, path: `${COMPONENTS}${folder}/${folder}.ts` }))
    .filter(({ path }) => existsSync(path));
}
