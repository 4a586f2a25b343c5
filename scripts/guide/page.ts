import { stories, testTitles, type TestTitle } from './evidence.js';
import { SENTENCES, type Sentence } from './sentences.js';

/** What `docs/guide-coverage.md` says, made from the tests and stories as they are. Throws where a test or story it names is gone. */
export function guideCoverage(): string {
  const known = { titles: testTitles(), stories: new Set(stories()) };
  const chapters = [...new Set(SENTENCES.map(({ chapter }) => chapter))];
  return [
    '# What shows that the guide works',
    '',
    'Each sentence of Komet’s “Credit Cards - Quick Start Guide” with the tests and stories that show it, then the business rules and',
    'worked examples with the tests that name them. Made by `npm run guide-coverage`; the test run checks it.',
    ...chapters.flatMap((chapter) => chapterOf(chapter, known)),
    ...namedTests('Business rules', /\bR-(\d+)\b/g, 'R-', known.titles),
    ...namedTests('Worked examples', /\bExample (\d+)\b/g, 'Example ', known.titles),
    '',
  ].join('\n');
}

interface Known {
  readonly titles: readonly TestTitle[];
  readonly stories: ReadonlySet<string>;
}

function chapterOf(chapter: string, known: Known): string[] {
  const sentences = SENTENCES.filter((sentence) => sentence.chapter === chapter);
  return ['', `## ${chapter}`, ...sentences.flatMap((sentence) => sentenceOf(sentence, known))];
}

function sentenceOf({ says, tests, stories: shown }: Sentence, known: Known): string[] {
  const missing = shown.find((story) => !known.stories.has(story));
  if (missing) throw new Error(`There is no story ${missing}`);
  return [
    '',
    `**${says}**`,
    '',
    ...(tests.length > 0 ? tests.map((test) => line(find(test, known.titles))) : ['- no test yet']),
    ...(shown.length > 0 ? shown.map(storyLine) : ['- no story yet']),
  ];
}

function find(beginning: string, titles: readonly TestTitle[]): TestTitle {
  const found = titles.find(({ title }) => title.startsWith(beginning));
  if (!found) throw new Error(`There is no test "${beginning}"`);
  return found;
}

const line = ({ title, file }: TestTitle): string => `- ${title} (\`${file}\`)`;
const storyLine = (story: string): string => `- story \`${story}\``;

/** Every number that titles name, in order, each with its tests. */
function namedTests(heading: string, pattern: RegExp, prefix: string, titles: readonly TestTitle[]): string[] {
  const named = new Map<number, string[]>();
  for (const test of titles) {
    for (const [, number] of test.title.matchAll(pattern)) {
      named.set(Number(number), [...(named.get(Number(number)) ?? []), line(test)]);
    }
  }
  const sorted = [...named].sort(([a], [b]) => a - b);
  return ['', `## ${heading}`, ...sorted.flatMap(([number, lines]) => ['', `**${prefix}${number}**`, '', ...lines])];
}
