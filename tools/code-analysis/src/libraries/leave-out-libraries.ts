import { findLibraryModules, type LibraryModule } from './library-modules.ts';
import { knownModules } from './known-modules.ts';

/**
 * Leaves out the modules of well-known libraries that a bundle has: in the place of each stands that it is the library,
 * as where that is no part of the bundle, so that the tables tell what it does (`library:NAME`). Only modules are left out whose code
 * is known to the letter, and that load none of these libraries that isn't. All places in the text stay as they are.
 */
export function leaveOutLibraries(text: string): string {
  const found = findLibraryModules(text);
  const known = new Map(found.map((module) => [module.name, module] as const));
  for (const { name, digest } of found) if (!knownModules.has(digest)) known.delete(name);
  const names = new Set(found.map(({ name }) => name));
  const isWhole = ({ loads }: LibraryModule) =>
    loads.every((name) => !names.has(name) || known.has(name));
  for (let size = -1; size !== known.size;) {
    size = known.size;
    for (const module of known.values()) if (!isWhole(module)) known.delete(module.name);
  }
  return [...known.values()].reduce((left, module) => withoutModule(left, module), text);
}

/** What packages are imported by, of the modules that stand behind these names. */
const doors: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'vscode-languageclient',
    'vscode-languageserver',
    'vscode-languageserver-protocol',
    'vscode-jsonrpc',
  ].flatMap((name) => [
    [`${name}/lib/node/main.js`, `${name}/node`],
    [`${name}/lib/common/api.js`, name],
  ]),
);

function withoutModule(text: string, { path, start, end }: LibraryModule): string {
  const door = doors[path];
  const load =
    door === undefined
      ? []
      : ['module.exports=', 'require(', `${JSON.stringify(`library:${door}`)})`];
  const words = ['"m"', '(exports,', 'module){', ...load, '}'];
  const fitted = fit(words, text.slice(start, end));
  return fitted === null ? text : text.slice(0, start) + fitted + text.slice(end);
}

/** Writes words in the place of a text, whose lines stay as long as they are; null where there is too little room. */
function fit(words: readonly string[], text: string): string | null {
  const lines = text.split('\n').map((line) => ({ length: line.length, written: '' }));
  let at = 0;
  for (const word of words) {
    while ((lines[at]?.length ?? 0) - (lines[at]?.written.length ?? 0) < word.length) {
      at += 1;
      if (at >= lines.length) return null;
    }
    const line = lines[at];
    if (line !== undefined) line.written += word;
  }
  return lines.map(({ length, written }) => written.padEnd(length)).join('\n');
}
