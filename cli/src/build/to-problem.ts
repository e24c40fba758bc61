import { type Problem, problem } from '@orchestra/core';
import type { BuiltinFault } from '@orchestra/core/node';
import type { Location, Message, Note } from 'esbuild-wasm';

type Place = Pick<Location, 'file' | 'line' | 'lineText' | 'column'>;

/** What the bundler says: the members of its messages that are read here. */
export interface BuildMessage extends Pick<Message, 'text'> {
  location: Place | null;
  notes: (Pick<Note, 'text'> & { location: Place | null })[];
}

/** A message of the bundler in words for authors; without a hint where the place says it all. */
export interface DescribedMessage {
  message: string;
  /** `src/main.ts:3:8` */
  place: string | null;
  hint?: string;
}

/** Turns a message of the bundler into a problem at its place in the author's code. */
export function toProblem(message: BuildMessage, code: 'build-failed' | 'build-warning'): Problem {
  const { place, ...told } = describeMessage(message);
  return problem(code, { path: place ?? 'package.json', ...told });
}

/** Turns a module of Node, which isn't there where the code runs, into a problem at its place. */
export function toBuiltinProblem({ message, hint, place, isCertain }: BuiltinFault): Problem {
  const path = place === null ? 'package.json' : placeOf(place);
  const severity = isCertain ? 'error' : 'warning';
  return problem('builtin-missing', { path, message, hint, severity });
}

/** Says what a message of the bundler means, and what to do. */
export function describeMessage({ text, location, notes }: BuildMessage): DescribedMessage {
  const place = location === null ? null : placeOf(location);
  const phase = findPhase(text);
  const hint = phase?.hint ?? hintFor({ text, location });
  const message = phase?.message ?? text;
  if (hint !== undefined) return { message, place, hint };
  const more = notes.map(describeNote).filter((note) => note !== '');
  return { message: [message, ...more].join('. '), place };
}

/** The text of a note, with the place that it points at where it ends in a colon: `The original key is here:`. */
function describeNote({ text, location }: BuildMessage['notes'][number]): string {
  const said = text.trim();
  if (!said.endsWith(':')) return said;
  return location === null ? said.slice(0, -1) : `${said} ${placeOf(location)}`;
}

function placeOf({ file, line, lineText, column }: Place): string {
  return `${file}:${line}:${columnOf(lineText, column)}`;
}

/** Column from 1 in characters; the bundler counts bytes from 0. */
function columnOf(line: string, bytes: number): number {
  return Buffer.from(line).subarray(0, bytes).toString().length + 1;
}

/** Leaves out errors on the line of an import that the bundler can't read: they only follow from it. */
export function leaveOutFollowing<T extends BuildMessage>(errors: readonly T[]): T[] {
  const lines = new Set(errors.filter(({ text }) => findPhase(text)).map(lineOf));
  return errors.filter((error) => findPhase(error.text) || !lines.has(lineOf(error)));
}

function lineOf({ location }: BuildMessage): string {
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

function hintFor({ text, location }: Pick<BuildMessage, 'text' | 'location'>): string | undefined {
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
