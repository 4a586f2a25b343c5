import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A test as its file names it. */
export interface TestTitle {
  readonly title: string;
  /** From the root, e.g. `test/domain/fee.test.ts`. */
  readonly file: string;
}

const TITLE = /\b(?:it|test)\(\s*(['"`])((?:\\.|(?!\1).)*)\1/gs;
const STORY = /export const (\w+): Story(?:Obj)?\b/g;

export const testTitles = (): TestTitle[] =>
  filesOf('test', '.ts').flatMap((file) =>
    [...read(file).matchAll(TITLE)].map(([, , title = '']) => ({ title: title.replaceAll('\\', ''), file })),
  );

/** `<file without .stories.ts>/<export>` of every story. */
export const stories = (): string[] =>
  filesOf('stories', '.stories.ts').flatMap((file) => {
    const name = file.slice('stories/'.length, -'.stories.ts'.length);
    return [...read(file).matchAll(STORY)].map(([, story = '']) => `${name}/${story}`);
  });

function filesOf(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending))
    .map((path) => join(folder, path))
    .sort();
}

const read = (file: string): string => readFileSync(file, 'utf8');
