import { resolve } from 'node:path';

/**
 * Reporter for `node --test`: one JSON line (`TestLine` of outcome.ts) for every finished test. A suite counts only when
 * it failed without a failing test inside (a hook, say), and a skipped test counts as failed: nothing of a full run may
 * be left out silently. Plain JavaScript, since Node loads reporters before any loader for TypeScript.
 */
export default async function* report(source) {
  const errors = new Map();
  let late = '';
  for await (const { type, data } of source) {
    // What goes wrong once the tests are over is told without the file's name, just before the file is.
    if (type === 'test:diagnostic') late = data.message;
    if (type === 'test:stderr') errors.set(data.file, (errors.get(data.file) ?? '') + data.message);
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const line = isFile(data)
      ? fileLine(type, data.details, [late, errors.get(data.file)])
      : type === 'test:pass'
        ? passLine(data)
        : failLine(data);
    if (line) yield `${JSON.stringify({ ...line, name: `${data.name} (${relative(data.file)})` })}\n`;
  }
}

/** Node reports a file as if it were a test when it broke outside its tests, or holds none. */
const isFile = ({ name, file }) => file !== undefined && resolve(name) === file;

function fileLine(type, { error }, said) {
  if (type === 'test:pass') return { ok: false, detail: 'ran no test' };
  const { exitCode, signal, cause } = error;
  const ending = `broke outside its tests (exit code ${exitCode ?? 'none'}, signal ${signal ?? 'none'})`;
  return { ok: false, detail: [ending, cause?.stack ?? cause ?? error.message, ...said].join('\n').trim() };
}

function passLine({ details, skip, todo }) {
  if (details.type === 'suite') return undefined;
  const reason = skip ?? todo;
  if (reason === undefined) return { ok: true, detail: '' };
  return { ok: false, detail: `was skipped: ${reason === true ? 'no reason given' : reason}` };
}

function failLine({ details: { error } }) {
  if (error.failureType === 'subtestsFailed') return undefined;
  const { cause } = error;
  return { ok: false, detail: cause?.stack ?? String(cause ?? error.message) };
}

const relative = (file) => file?.replace(`${process.cwd()}/`, '') ?? 'unknown file';
