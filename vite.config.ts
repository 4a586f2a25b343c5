import { basename } from 'node:path';
import { defineConfig, type BuildEnvironmentOptions, type Plugin, type UserConfig } from 'vite';
import { publicTags } from './scripts/tags.js';
import { tidyTemplates } from './scripts/tidy-templates.js';

/** One file per module and one entry per tag, for hosts that bundle: they share Lit and drop what they don't use. */
const lib: BuildEnvironmentOptions = {
  outDir: 'dist/lib',
  minify: false,
  lib: { entry: ['src/index.ts', ...publicTags().map((tag) => tag.path)], formats: ['es'] },
  rolldownOptions: {
    external: [/^lit($|\/)/, /^@lit\//, 'ky', /^zod($|\/)/],
    output: {
      preserveModules: true,
      preserveModulesRoot: 'src',
      entryFileNames: ({ name }) => `${libraryPath(name)}.js`,
    },
  },
};

/** Everything in one module, for pages without a bundler. */
const cdn: BuildEnvironmentOptions = {
  outDir: 'dist/cdn',
  emptyOutDir: false,
  lib: { entry: 'src/index.ts', formats: ['es'], fileName: () => 'komet-pay.js' },
  rolldownOptions: { output: { minify: true, codeSplitting: false, comments: { annotation: false } } },
};

/** A small module that fetches the code of a tag when a page shows one. */
const auto: BuildEnvironmentOptions = {
  ...cdn,
  lib: { entry: 'src/autoload.ts', formats: ['es'], fileName: () => 'komet-pay.auto.js' },
  rolldownOptions: {
    output: { minify: true, comments: { annotation: false }, chunkFileNames: 'auto-[name]-[hash].js' },
  },
};

/** Everything as a classic script, for old pages. */
const iife: BuildEnvironmentOptions = {
  ...cdn,
  lib: { entry: 'src/index.ts', name: 'KometPay', formats: ['iife'], fileName: () => 'komet-pay.iife.js' },
};

const builds: Record<string, UserConfig> = {
  lib: { build: lib },
  cdn: { build: cdn },
  auto: { build: auto },
  iife: { build: iife, plugins: [startWithByteOrderMark()] },
};

export default defineConfig(({ command, mode }) => {
  const { build, plugins = [] } = (command === 'build' ? builds[mode] : undefined) ?? {};
  return {
    // Said here and not left to tsconfig's `include`: a decorated file outside of it would come out with raw decorators.
    oxc: {
      decorator: { legacy: true },
      assumptions: { setPublicClassFields: true },
      typescript: { removeClassFieldsWithoutInitializer: true },
    },
    plugins: [tidyTemplates(), ...plugins],
    ...(build && { build: { target: 'es2022', sourcemap: true, copyPublicDir: false, ...build } }),
  };
});

/** Where a module of the library goes: ours as in src/, the compiler's own helpers under `internal/`. */
function libraryPath(name: string): string {
  return name.startsWith('_virtual') || name.includes('node_modules') ? `internal/${basename(name)}` : name;
}

/** A classic script takes its page's encoding, which may be ISO-8859-1, unless it begins with this mark. */
function startWithByteOrderMark(): Plugin {
  return {
    name: 'start-with-byte-order-mark',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) if (file.type === 'chunk') file.code = `\uFEFF${file.code}`;
    },
  };
}
