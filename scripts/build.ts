import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';

const manifest = ['cem', 'analyze', '--config', 'custom-elements-manifest.config.js', '--quiet'];
const vite = ['vite', 'build', '--logLevel', 'warn', '--mode'];
const bundles = [
  [...vite, 'lib'],
  ['tsc', '-p', 'tsconfig.build.json'],
  [...vite, 'cdn'],
  [...vite, 'auto'],
  [...vite, 'iife'],
];

/** `build` makes everything of dist/; `build manifest` and `build bundles` a part. Stops at the first tool that fails. */
const part = process.argv[2];
if (part !== 'bundles') run(manifest);
if (part !== 'manifest') {
  rmSync('dist/cdn', { recursive: true, force: true });
  bundles.forEach(run);
}

function run([tool, ...args]: string[]): void {
  console.log(`Building: ${[tool, ...args].join(' ')}`);
  const { status } = spawnSync(`node_modules/.bin/${tool}`, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
