import { parse } from 'jsonc-parser';
import { isRecord } from '@orchestra/core';

/** Information about a folder without built code that helps to find the sources. */
export interface SourceHints {
  /** Every file of the folder. */
  paths: ReadonlySet<string>;
  /** Text of configuration files by path: tsconfig.json, and configurations of bundlers. */
  configs: ReadonlyMap<string, string>;
  /** `scripts` of the manifest. */
  scripts: readonly string[];
}

/**
 * Guesses the source of a built file: from TypeScript's settings, from usual names, and from what scripts and
 * bundler configurations name. Pure.
 *
 * @param entry path of the built file, with or without `.js`
 * @returns paths of the folder to try, likeliest first
 */
export function guessSources(entry: string, hints: SourceHints): string[] {
  const bare = entry.replace(/\.[cm]?js$/, '');
  const stems = [...stemsByConfig(bare, hints), ...stemsByName(bare), ...usualStems(bare)];
  const named = namedFiles(hints).toSorted(
    (left, right) =>
      alike(bare, right) - alike(bare, left) || sharedWords(bare, right) - sharedWords(bare, left),
  );
  return [...new Set([...withEndings(stems), ...named])];
}

/** The first guessed source that exists. */
export function findSource(entry: string, hints: SourceHints): string | undefined {
  return guessSources(entry, hints).find((path) => hints.paths.has(path) && path !== entry);
}

/** The first guessed source that exists and has a name like that of the built file. */
export function findNamesake(entry: string, hints: SourceHints): string | undefined {
  const bare = entry.replace(/\.[cm]?js$/, '');
  const stems = [...stemsByConfig(bare, hints), ...stemsByName(bare)];
  const named = namedFiles(hints).filter((path) => alike(bare, path) > 0);
  return [...withEndings(stems), ...named].find(
    (path) => hints.paths.has(path) && path !== entry && !isBuildScript(path),
  );
}

function withEndings(stems: readonly string[]): string[] {
  return stems.flatMap((stem) => endings.map((ending) => normal(`${stem}${ending}`)));
}

/** Number of significant words that two paths share: `dist/web.js` and `src/web/main.ts` share one. */
function alike(left: string, right: string): number {
  return shared(wordsOf(left).filter(isTelling), wordsOf(right).filter(isTelling));
}

/** Number of words that two paths share, usual ones among them: `dist/extension-web.js` and `src/extension.ts`. */
function sharedWords(left: string, right: string): number {
  return shared(wordsOf(left), wordsOf(right));
}

function shared(left: readonly string[], right: readonly string[]): number {
  return [...new Set(left)].filter((word) => right.includes(word)).length;
}

function wordsOf(path: string): string[] {
  return path.toLowerCase().split(/[^a-z\d]+/);
}

function isTelling(word: string): boolean {
  return !usualWords.test(word);
}

const usualWords = /^(?:|src|source|out|dist|lib|build|bundle|[cm]?[jt]sx?|index|main|extension)$/;

const endings = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx'];
const builtFolder = /(^|\/)(?:out|dist|lib|build|bundle)\//;

/** Source paths by `outDir` and `rootDir` of the tsconfig.json files above the built file. */
function stemsByConfig(bare: string, { configs }: SourceHints): string[] {
  const folders = bare.split('/').map((_part, at, parts) => parts.slice(0, at).join('/'));
  return folders.toReversed().flatMap((folder) => {
    const text = configs.get(join(folder, 'tsconfig.json'));
    const config: unknown = text === undefined ? undefined : parse(text);
    const options = isRecord(config) ? config['compilerOptions'] : undefined;
    if (!isRecord(options) || typeof options['outDir'] !== 'string') return [];
    const outDir = `${join(folder, options['outDir'])}/`;
    if (!bare.startsWith(outDir)) return [];
    const rest = bare.slice(outDir.length);
    const root = options['rootDir'];
    // without rootDir, TypeScript uses the folder that contains all source files
    const roots = typeof root === 'string' ? [root] : ['src', '.'];
    return roots.map((one) => join(folder, join(one, rest)));
  });
}

function stemsByName(bare: string): string[] {
  const folder = builtFolder.exec(bare);
  if (folder === null) return [];
  const before = bare.slice(0, folder.index) + (folder[1] ?? '');
  const rest = bare.slice(folder.index + folder[0].length);
  const beside = [`${before}src/${rest}`, `${before}${rest}`];
  return rest.startsWith('src/') ? beside.toReversed() : beside;
}

function usualStems(bare: string): string[] {
  const folder = builtFolder.exec(bare);
  if (folder === null) return [];
  const before = bare.slice(0, folder.index) + (folder[1] ?? '');
  return [`${before}src/extension`, `${before}src/index`];
}

/** TypeScript files named in scripts and in configurations of bundlers. */
function namedFiles({ configs, scripts, paths }: SourceHints): string[] {
  const bundlers = [...configs].filter(([path]) => !path.endsWith('tsconfig.json'));
  const texts = [...scripts, ...bundlers.map(([, text]) => text)];
  const words = texts.flatMap((text) => text.match(/[\w@./-]{1,200}\.[cm]?tsx?\b/g) ?? []);
  return words
    .map(normal)
    .filter(
      (path) => paths.has(path) && !/\.(?:d|test|spec|config)\./.test(path) && !isBuildScript(path),
    );
}

/** True for a script that builds an extension, and is no part of it. */
function isBuildScript(path: string): boolean {
  const isOfTool =
    /^(?:esbuild|webpack|rollup|rolldown|rspack|vite|vitest|tsup|tsdown|gulpfile|build|bundle)\b/;
  const name = path.slice(path.lastIndexOf('/') + 1);
  return (
    (!path.startsWith('src/') && isOfTool.test(name)) || /^(?:scripts|tools|build)\//.test(path)
  );
}

function join(folder: string, path: string): string {
  return normal(`${folder}/${path}`);
}

/** Removes `./` and doubled slashes. `..` stays, so that the path matches no file of the folder. */
function normal(path: string): string {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  return parts.join('/');
}
