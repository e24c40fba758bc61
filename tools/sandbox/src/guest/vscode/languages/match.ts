import { minimatch } from 'minimatch';
import type { TextDocument } from '../documents/text-document.ts';
import { RelativePattern } from '../types/interface.ts';

interface Filter {
  language?: string;
  scheme?: string;
  pattern?: string | RelativePattern;
  notebookType?: string;
}

/** Which documents a provider is for: ids of languages and filters. */
export type Selector = string | Filter | readonly (string | Filter)[];

/** How well a selector fits a document: 0 where it doesn't. */
export function match(selector: Selector, document: TextDocument): number {
  const all: readonly (string | Filter)[] = Array.isArray(selector)
    ? selector
    : [selector as string | Filter];
  return Math.max(0, ...all.map((one) => score(one, document)));
}

function score(filter: string | Filter, { languageId, uri }: TextDocument): number {
  if (typeof filter === 'string') return scoreOf(filter, languageId);
  const { language, scheme, pattern, notebookType } = filter;
  if (notebookType !== undefined) return 0;
  const scores = [
    ...(scheme === undefined ? [] : [scoreOf(scheme, uri.scheme)]),
    ...(language === undefined ? [] : [scoreOf(language, languageId)]),
    ...(pattern === undefined ? [] : [fits(pattern, uri.fsPath) ? 10 : 0]),
  ];
  return scores.includes(0) ? 0 : Math.max(0, ...scores);
}

function scoreOf(wanted: string, found: string): number {
  if (wanted === found) return 10;
  return wanted === '*' ? 5 : 0;
}

function fits(pattern: string | RelativePattern, path: string): boolean {
  const isText = typeof pattern === 'string';
  const glob = isText ? pattern : `${pattern.baseUri.fsPath}/${pattern.pattern}`;
  return minimatch(path, glob, { dot: true, matchBase: isText && !glob.includes('/') });
}
