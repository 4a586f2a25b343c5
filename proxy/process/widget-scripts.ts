import { readFile } from 'node:fs/promises';

/** Where `npm run build` puts the scripts of the widgets. */
const FOLDER = new URL('../../dist/cdn/', import.meta.url);

/** A script of the built widgets, by its file name; undefined where there is none. */
export async function readWidgetScript(file: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await readFile(new URL(file, FOLDER)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
