import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.js';

const INSTALLS = '/usr/lib/postgresql';

/** A PostgreSQL of our own for one test run: `url` of its superuser and database `postgres`, and how to be rid of it. */
export interface Postgres {
  url: string;
  stop(): Promise<void>;
}

/** Starts a throw-away cluster on a free port of 127.0.0.1, installing Debian's package first where it is missing. */
export async function startPostgres(): Promise<Postgres> {
  const bin = ensureBinaries();
  const folder = mkdtempSync(join(tmpdir(), 'komet-postgres-'));
  const owner = postgresUser();
  if (owner) chownSync(folder, owner.uid, owner.gid);
  chmodSync(folder, 0o700);
  const data = join(folder, 'data');
  const locale = ['--locale=C.UTF-8', '--encoding=UTF8'];
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync', ...locale], {
    ...owner,
    cwd: folder,
    stdio: 'pipe',
  });

  const port = await freePort();
  // Nothing here outlives the run, so it need not reach the disk.
  const settings = [
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    'fsync=off',
    'max_connections=200',
  ];
  const args = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
  const server = spawn(join(bin, 'postgres'), args, { ...owner, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  await untilReady(server);
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop: () => stop(server, folder) };
}

function ensureBinaries(): string {
  const found = newestBinaries();
  if (found) return found;
  console.log('Installing PostgreSQL …');
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'postgresql'], { stdio: 'inherit' });
  const installed = newestBinaries();
  if (!installed) throw new Error(`No PostgreSQL under ${INSTALLS} even after installing it.`);
  return installed;
}

function newestBinaries(): string | undefined {
  if (!existsSync(INSTALLS)) return undefined;
  const versions = readdirSync(INSTALLS).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(INSTALLS, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')));
}

/** PostgreSQL refuses to run as root; its package brings the user to run it as. */
function postgresUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

async function untilReady(server: ChildProcess): Promise<void> {
  let log = '';
  await new Promise<void>((resolve, reject) => {
    server.stderr?.on('data', (chunk: Buffer) => {
      log += chunk.toString();
      if (log.includes('ready to accept connections')) resolve();
    });
    server.once('exit', () => {
      reject(new Error(`PostgreSQL did not start:\n${log}`));
    });
  });
}

async function stop(server: ChildProcess, folder: string): Promise<void> {
  const ended = once(server, 'exit');
  server.kill('SIGQUIT');
  await ended;
  rmSync(folder, { recursive: true, force: true });
}
