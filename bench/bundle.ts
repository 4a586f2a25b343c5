import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';

/** One entry of bench/entries as a page would load it: a single minified module with all it needs. */
export async function bundleEntry(name: string): Promise<string> {
  const result = await build({
    configFile: 'vite.config.ts',
    mode: 'bench',
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      copyPublicDir: false,
      lib: { entry: `bench/entries/${name}.ts`, formats: ['es'] },
      rolldownOptions: { output: { minify: true, codeSplitting: false, comments: { annotation: false } } },
    },
  });
  const [{ output }] = result as Rolldown.RolldownOutput[] as [Rolldown.RolldownOutput];
  return output[0].code;
}

/** Size on the wire, KiB. */
export const gzipKib = (code: string): number => gzipSync(code, { level: 9 }).length / 1024;
