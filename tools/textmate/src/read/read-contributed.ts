import type { ContributedFile } from './read-file.ts';
import { readJsonc } from './read-jsonc.ts';
import { readPlist } from './read-plist.ts';

/** Texts of a package by path, from its root. */
export type Texts = ReadonlyMap<string, string>;

/** Reads a colour theme: JSON with comments where its name says `.json`, else a property list. Null where it isn't there. */
export function readTheme(texts: Texts, path: string): ContributedFile | null {
  const text = texts.get(path);
  if (text === undefined) return null;
  return path.toLowerCase().endsWith('.json')
    ? readJsonc(text, { path })
    : readPlist(text, { path });
}

/**
 * Reads a grammar: plain JSON where its name says `.json`, else a property list. Null where it isn't there.
 *
 * Source: `parseRawGrammar` of https://github.com/microsoft/vscode-textmate
 */
export function readGrammarFile(texts: Texts, path: string): ContributedFile | null {
  const text = texts.get(path);
  if (text === undefined) return null;
  return path.endsWith('.json')
    ? readJsonc(text, { path, isStrict: true })
    : readPlist(text, { path });
}

/** Reads JSON with comments. Null where the file isn't there. */
export function readCommentedJson(texts: Texts, path: string): ContributedFile | null {
  const text = texts.get(path);
  return text === undefined ? null : readJsonc(text, { path });
}
