import { createHash } from 'node:crypto';
import { createServer } from 'node:net';
import { resolve } from 'node:path';

export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Makes sure that one process at a time opens an embedded store: PGlite itself lets two in and loses rows of both. The lock is a
 * Linux abstract socket named after the folder, which the kernel frees the moment its process dies, however it dies.
 */
export function lockFolder(folder: string): Promise<FolderLock> {
  const path = resolve(folder);
  const name = `\0komet-pay-store-${createHash('sha256').update(path).digest('hex').slice(0, 32)}`;
  const server = createServer((socket) => socket.destroy());
  return new Promise((grant, refuse) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      refuse(taken ? new Error(`Another process is using the store in ${path}; stop it first`) : error);
    });
    server.listen(name, () => grant({ release: () => new Promise((done) => server.close(() => done())) }));
  });
}
