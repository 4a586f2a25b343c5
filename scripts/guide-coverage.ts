import { writeFileSync } from 'node:fs';
import { guideCoverage } from './guide/page.js';

/** Writes docs/guide-coverage.md anew. */
writeFileSync('docs/guide-coverage.md', guideCoverage());
