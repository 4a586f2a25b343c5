// Runs one script of this folder, `node scripts/bootstrap.mjs test store`, on a machine that may have nothing installed
// yet: plain JavaScript without dependencies, because it is what installs them.
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(`${root}${path}`, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** True when what npm noted of its last installation agrees with the lockfile; optional packages may be missing. */
function isInstalled() {
  const wanted = readPackages('package-lock.json');
  const present = readPackages('node_modules/.package-lock.json');
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, { version, link, optional }]) => {
    if (!path.startsWith('node_modules/') && !path.includes('/node_modules/')) return true;
    const found = present[path];
    return found ? found.version === version && found.link === link : optional === true;
  });
}

if (!isInstalled()) {
  console.log('Installing the dependencies of the lockfile …');
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: root, stdio: 'inherit' });
  if (npm.status !== 0) process.exit(npm.status ?? 1);
}

const [script, ...args] = process.argv.slice(2);
const child = spawn(process.execPath, ['--import', 'tsx', `scripts/${script}.ts`, ...args], {
  cwd: root,
  stdio: 'inherit',
});
// A terminal sends Ctrl-C to both; whoever sends it to this process alone means the child too.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
