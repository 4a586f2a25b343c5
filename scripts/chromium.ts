import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * The flags of every Chromium that the project starts. The resolver rule is what matters: the browser's own update and
 * sign-in calls end there, and no test can reach a real host by mistake.
 */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];

const KNOWN_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** The browser's path: `CHROME_PATH`, else one found on the machine. Throws with the cure when there is none. */
export function findChromium(): string {
  const path = installedChromium();
  if (!path)
    throw new Error('No Chromium: set CHROME_PATH, or run `npm test` once, which installs the Debian package.');
  return path;
}

/** Like `findChromium`, but installs Debian's package where nothing is there. Takes about ten seconds then. */
export function ensureChromium(): string {
  const path = installedChromium();
  if (path) return path;
  console.log('Installing Chromium …');
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { stdio: 'inherit' });
  return findChromium();
}

function installedChromium(): string | undefined {
  const named = process.env['CHROME_PATH'];
  if (named && !existsSync(named)) throw new Error(`CHROME_PATH is ${named}, where there is no file.`);
  return named ?? KNOWN_PATHS.find((path) => existsSync(path));
}
