import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';

/** One entry of bench/entries as minified modules, by file name: first itself, then what it would load later. */
export async function bundleEntry(name: string): Promise<Map<string, string>> {
  return new Map((await bundle(name, {})).map(({ fileName, code }) => [fileName, code]));
}

/** What a page loads for an entry, KiB gzip: at once, and on demand, e.g. for another language. */
export async function weighEntry(name: string): Promise<{ kib: number; lazyKib: number }> {
  const [entry, ...others] = await bundle(name, {});
  const atOnce = new Set([entry.fileName]);
  for (const fileName of atOnce) {
    const chunk = [entry, ...others].find((candidate) => candidate.fileName === fileName);
    chunk?.imports.forEach((imported) => atOnce.add(imported));
  }
  const weigh = (chunks: Rolldown.OutputChunk[]) => chunks.reduce((sum, { code }) => sum + gzipKib(code), 0);
  return {
    kib: weigh([entry, ...others].filter(({ fileName }) => atOnce.has(fileName))),
    lazyKib: weigh(others.filter(({ fileName }) => !atOnce.has(fileName))),
  };
}

/** Size on the wire, KiB. */
const gzipKib = (code: string): number => gzipSync(code, { level: 9 }).length / 1024;

type Chunks = [Rolldown.OutputChunk, ...Rolldown.OutputChunk[]];

async function bundle(name: string, output: Rolldown.OutputOptions): Promise<Chunks> {
  const result = await build({
    configFile: 'vite.config.ts',
    mode: 'bench',
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      copyPublicDir: false,
      lib: { entry: `bench/entries/${name}.ts`, formats: ['es'] },
      // As in an application: what is shared with a part that comes later stays where it is first needed.
      rolldownOptions: { preserveEntrySignatures: 'allow-extension', output: { minify: true, ...output } },
    },
  });
  const [built] = result as [Rolldown.RolldownOutput];
  return built.output.filter((file) => file.type === 'chunk') as Chunks;
}
