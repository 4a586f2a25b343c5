import { readFileSync } from 'node:fs';
import { readTags, type Member, type TagEntry } from './manifest.js';

/** What `docs/tags.md` says, made from the manifest in `dist/` and from the public tokens of the styles. */
export function tagReference(): string {
  const tags = readTags('dist/custom-elements.json');
  return [
    '# The tags',
    '',
    'Everything a page can set on a tag, call and hear. How a page is set up is told in [Embedding a tag](embedding.md). Made by',
    '`npm run tag-reference`; the test run checks it.',
    '',
    ...table(
      ['tag', 'what it does'],
      tags.map(({ tagName, summary = '' }) => [`[\`${tagName}\`](#${tagName})`, summary]),
    ),
    ...tags.flatMap(tagSection),
    ...lookSection(),
    '',
  ].join('\n');
}

function tagSection({ tagName, summary = '', description = '', slots, members, events }: TagEntry): string[] {
  const fields = members.filter(({ kind }) => kind === 'field');
  const methods = members.filter(({ kind }) => kind === 'method');
  const paragraphs = description.split('\n\n').map((paragraph) => paragraph.replaceAll('\n', ' '));
  return [
    '',
    `## ${tagName}`,
    '',
    summary,
    ...paragraphs.flatMap((paragraph) => (paragraph ? ['', paragraph] : [])),
    ...section(
      ['attribute', 'type', 'default', ''],
      fields
        .filter(({ attribute }) => attribute !== undefined)
        .map((field) => [code(field.attribute), ...valueOf(field)]),
    ),
    ...section(
      ['property', 'type', 'default', ''],
      fields.filter(({ attribute }) => attribute === undefined).map((field) => [code(field.name), ...valueOf(field)]),
    ),
    ...section(
      ['method', 'answers', ''],
      methods.map((method) => [code(signatureOf(method)), code(method.return?.type.text), method.description]),
    ),
    ...section(
      ['event', 'class', ''],
      events.map(({ name, type, description: when }) => [code(name), code(type.text), when]),
    ),
    ...section(
      ['slot', ''],
      slots.map(({ name, description: what }) => [name ? code(name) : 'default', what]),
    ),
  ];
}

const signatureOf = ({ name, parameters = [] }: Member): string =>
  `${name}(${parameters.map((parameter) => parameter.name).join(', ')})`;

const valueOf = ({ type, default: value, readonly: fixed, description }: Member): (string | undefined)[] => [
  code(type?.text),
  fixed ? 'read only' : code(value),
  description,
];

/** The custom properties a page may set, with their defaults, as the one sheet that reads them has them. */
function lookSection(): string[] {
  const sheet = readFileSync('src/styles/tokens.ts', 'utf8').replaceAll(/\s+/g, ' ');
  const tokens = [...sheet.matchAll(/--_[\w-]+: var\( ?(--komet-[\w-]+), (.+?) ?\);/g)];
  return [
    '',
    '## Looks',
    '',
    'Custom properties that a page sets on the provider, on a tag or further up. Density is an attribute of the provider.',
    ...section(
      ['custom property', 'default'],
      tokens.map(([, name, value]) => [code(name), code(value)]),
    ),
  ];
}

const section = (head: readonly string[], rows: readonly (readonly (string | undefined)[])[]): string[] =>
  rows.length === 0 ? [] : ['', ...table(head, rows)];

function table(head: readonly string[], rows: readonly (readonly (string | undefined)[])[]): string[] {
  const line = (cells: readonly (string | undefined)[]) => `| ${cells.map((cell) => inCell(cell ?? '')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

const code = (text: string | undefined): string => (text === undefined ? '' : `\`${text}\``);
const inCell = (text: string): string => text.replaceAll('\n', ' ').replaceAll('|', '\\|');
