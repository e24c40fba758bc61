import { type Problem, problem } from '@orchestra/core';
import type { Location, Message, Note } from 'esbuild-wasm';

/** Turns a message of the bundler into a problem at its place in the author's code. */
export function toProblem(
  { text, location, notes }: Message,
  code: 'build-failed' | 'build-warning',
): Problem {
  const path = location === null ? 'package.json' : placeOf(location);
  const more = notes.map(describeNote).filter((note) => note !== '');
  const phase = findPhase(text);
  const hint = phase?.hint ?? hintFor({ text, location });
  const message = phase?.message ?? text;
  return problem(code, {
    path,
    message: [message, ...(hint === undefined ? more : [])].join('. '),
    ...(hint === undefined ? {} : { hint }),
  });
}

/** The text of a note, with the place that it points at where it ends in a colon: `The original key is here:`. */
function describeNote({ text, location }: Note): string {
  const said = text.trim();
  if (!said.endsWith(':')) return said;
  return location === null ? said.slice(0, -1) : `${said} ${placeOf(location)}`;
}

function placeOf({ file, line, lineText, column }: Location): string {
  return `${file}:${line}:${columnOf(lineText, column)}`;
}

/** Column from 1 in characters; the bundler counts bytes from 0. */
function columnOf(line: string, bytes: number): number {
  return Buffer.from(line).subarray(0, bytes).toString().length + 1;
}

/** Leaves out errors on the line of an import that the bundler can't read: they only follow from it. */
export function leaveOutFollowing(errors: readonly Message[]): Message[] {
  const lines = new Set(errors.filter(({ text }) => findPhase(text)).map(lineOf));
  return errors.filter((error) => findPhase(error.text) || !lines.has(lineOf(error)));
}

function lineOf({ location }: Message): string {
  return `${location?.file}:${location?.line}`;
}

/** What is told of imports that the bundler can't read; undefined for all other messages. */
function findPhase(text: string): { message: string; hint: string } | undefined {
  return phases.find(({ begin }) => text.startsWith(begin));
}

const phases = [
  {
    begin: 'Source phase imports',
    message: "esbuild can't bundle `import source`",
    hint: 'Ship this file unbundled: name a JavaScript file outside of src/ in the manifest. Or compile the module from its bytes: new WebAssembly.Module(await readFile(…)).',
  },
  {
    begin: 'Deferred imports',
    message: "esbuild can't bundle `import defer`, and Node 24 doesn't run it",
    hint: 'Import it with import(…) where it is first needed.',
  },
];

/** Matches JSX. In a file without a JSX ending, the bundler takes it for a type and what follows. */
const jsx = /<\/|\/>/;
const typeFailed = /^Expected ">" but found|^Unterminated regular expression/;

function hintFor({ text, location }: Pick<Message, 'text' | 'location'>): string | undefined {
  const { file = '', lineText = '' } = location ?? {};
  if (/\.[mc]?ts$/.test(file) && (jsx.test(lineText) || typeFailed.test(text))) {
    return 'Where there is JSX, the name of the file ends in .tsx: rename it, or correct the line.';
  }
  if (text.startsWith('No loader is configured')) {
    return 'Put the file into assets/ and open it by its path: code, JSON, CSS and .txt are what is bundled.';
  }
  if (text.startsWith('Top-level await')) return 'Move it into a function, such as activate().';
  const wanted = /^Could not resolve "([^"]+)"/.exec(text)?.[1];
  if (wanted === undefined) return undefined;
  const owner = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1];
  if (/^[./]/.test(wanted)) {
    return owner === undefined
      ? 'Correct the path, or write that file.'
      : `${owner} has no such file: take another release of it, or another package.`;
  }
  if (/^[a-z]+:/.test(wanted))
    return 'Leave it out: only JavaScript and TypeScript can be bundled.';
  const name = /^(?:@[^/]+\/)?[^/]+/.exec(wanted)?.[0] ?? wanted;
  return `Run npm install, with ${name} among the dependencies: what the code imports is bundled.`;
}
