import type { Plugin } from 'vite';

interface Node {
  type?: string;
  tag?: { name?: string };
  quasi?: { quasis: { start: number; value: { raw: string } }[] };
}

/**
 * Takes the indentation out of `html` and `css` templates, which no minifier touches. Lines stay lines, so that source maps
 * still hold, and no space between words is lost.
 */
export function tidyTemplates(): Plugin {
  return {
    name: 'tidy-templates',
    apply: 'build',
    enforce: 'post',
    transform(code, id) {
      if (!id.includes('/src/') || !/(html|css)`/.test(code)) return undefined;
      const edits = editsIn(this.parse(code), code);
      return {
        code: edits.reduceRight((text, edit) => text.slice(0, edit.start) + edit.tidy + text.slice(edit.end), code),
        map: null,
      };
    },
  };
}

interface Edit {
  start: number;
  end: number;
  tidy: string;
}

/** In the order of the text. */
function editsIn(root: unknown, code: string): Edit[] {
  const edits: Edit[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    edits.push(...editsOf(node, code));
    Object.values(node).forEach(visit);
  };
  visit(root);
  return edits.sort((a, b) => a.start - b.start);
}

function editsOf({ type, tag, quasi }: Node, code: string): Edit[] {
  const language = type === 'TaggedTemplateExpression' ? tag?.name : undefined;
  if (language !== 'html' && language !== 'css') return [];
  return (quasi?.quasis ?? []).map(({ start, value }) => editOf(code.indexOf(value.raw, start), value.raw, language));
}

function editOf(start: number, raw: string, language: 'html' | 'css'): Edit {
  const flush = raw.replace(/\n[ \t]+/g, '\n');
  const tidy = language === 'css' ? flush.replace(/([:,]) /g, '$1').replaceAll(' {', '{') : flush;
  return { start, end: start + raw.length, tidy };
}
