import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { tagReference } from './tag-reference/page.js';

/** Writes docs/tags.md anew. */
const manifest = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts', 'manifest'], { stdio: 'inherit' });
if (manifest.status !== 0) process.exit(manifest.status ?? 1);
writeFileSync('docs/tags.md', tagReference());
