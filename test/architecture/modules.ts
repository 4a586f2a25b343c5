import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import ts from 'typescript';

/** A source file of the repository and everything it imports, type-only and dynamic imports included. */
export interface Module {
  /** Relative to the repository's root, e.g. `src/domain/fee.ts`. */
  path: string;
  text: string;
  /** Targets of its relative imports as repository paths, e.g. `src/contract/payment.ts`. */
  local: string[];
  /** The specifiers of its other imports, e.g. `lit/decorators.js` or `node:fs`. */
  external: string[];
}

const GENERATED = /(^|\/)(node_modules|dist|data)(\/|$)/;

/** Paths of all files below a folder, without dependencies and what a build makes. */
export function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (GENERATED.test(path)) return [];
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

export function readModules(folder: string): Module[] {
  return filesUnder(folder)
    .filter((path) => path.endsWith('.ts'))
    .map((path) => {
      const text = readFileSync(path, 'utf8');
      const specifiers = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
      const isLocal = (specifier: string) => specifier.startsWith('.');
      return {
        path,
        text,
        local: specifiers.filter(isLocal).map((specifier) => join(dirname(path), specifier).replace(/\.js$/, '.ts')),
        external: specifiers.filter((specifier) => !isLocal(specifier)),
      };
    });
}
