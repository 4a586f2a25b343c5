import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, test } from 'node:test';
import { lockFolder } from '../../proxy/store/folder-lock.js';

const folder = (name: string): string => `/tmp/komet-lock-${String(process.pid)}-${name}`;

describe('the folder of an embedded store', () => {
  test('is opened by one at a time, however its path is written', async () => {
    const lock = await lockFolder(folder('a'));
    await assert.rejects(lockFolder(`${folder('x')}/../${folder('a').slice(5)}`), /Another process is using the store/);
    await lock.release();
    await (await lockFolder(folder('a'))).release();
  });

  test('does not keep others from theirs', async () => {
    const locks = await Promise.all([lockFolder(folder('a')), lockFolder(folder('b'))]);
    await Promise.all(locks.map((lock) => lock.release()));
  });

  test('is free again the moment its process is killed', async () => {
    const module = new URL('../../proxy/store/folder-lock.ts', import.meta.url).href;
    const script = `import { lockFolder } from '${module}';
      await lockFolder('${folder('c')}');
      console.log('locked');`;
    const holder = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(holder.stdout, 'data');
    await assert.rejects(lockFolder(folder('c')), /Another process/);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    await (await lockFolder(folder('c'))).release();
  });
});
