import { parse } from 'jsonc-parser';
import { isRecord } from '@orchestra/core';

/** What is known of a folder of which the built code isn't there. */
export interface SourceHints {
  /** Every file of the folder. */
  paths: ReadonlySet<string>;
  /** Texts of what may say where the source is, by path: tsconfig.json, and how the bundle is made. */
  configs: ReadonlyMap<string, string>;
  /** `scripts` of the manifest. */
  scripts: readonly string[];
}

/**
 * Guesses of which source an entry file is built: by where TypeScript is told to write, by the usual
 * names, and by what the scripts and the bundler's configuration name. Pure.
 *
 * @param entry path of the built file, with or without `.js`
 * @returns paths of the folder to try, likeliest first
 */
export function guessSources(entry: string, hints: SourceHints): string[] {
  const bare = entry.replace(/\.[cm]?js$/, '');
  const stems = [...stemsByConfig(bare, hints), ...stemsByName(bare), ...usualStems(bare)];
  const named = namedFiles(hints).toSorted((left, right) => alike(bare, right) - alike(bare, left));
  return [...new Set([...withEndings(stems), ...named])];
}

/** Which of the guesses are there. */
export function findSource(entry: string, hints: SourceHints): string | undefined {
  return guessSources(entry, hints).find((path) => hints.paths.has(path) && path !== entry);
}

/** Which of the guesses are there, of those that have to do with the name of the built file. */
export function findNamesake(entry: string, hints: SourceHints): string | undefined {
  const bare = entry.replace(/\.[cm]?js$/, '');
  const stems = [...stemsByConfig(bare, hints), ...stemsByName(bare)];
  const named = namedFiles(hints).filter((path) => alike(bare, path) > 0);
  return [...withEndings(stems), ...named].find((path) => hints.paths.has(path) && path !== entry);
}

function withEndings(stems: readonly string[]): string[] {
  return stems.flatMap((stem) => endings.map((ending) => normal(`${stem}${ending}`)));
}

/** How many telling words two paths have in common: `dist/web.js` and `src/web/main.ts` have one. */
function alike(left: string, right: string): number {
  const words = new Set(wordsOf(left));
  return wordsOf(right).filter((word) => words.has(word)).length;
}

function wordsOf(path: string): string[] {
  return path
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => !usualWords.test(word));
}

const usualWords = /^(?:|src|source|out|dist|lib|build|bundle|[cm]?[jt]sx?|index|main|extension)$/;

const endings = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx'];
const builtFolder = /(^|\/)(?:out|dist|lib|build|bundle)\//;

/** `outDir` and `rootDir` of the tsconfig.json files above the built file. */
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
    // without a rootDir it is the folder that holds all source files
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

/** TypeScript files that scripts and bundlers are given. */
function namedFiles({ configs, scripts, paths }: SourceHints): string[] {
  const bundlers = [...configs].filter(([path]) => !path.endsWith('tsconfig.json'));
  const texts = [...scripts, ...bundlers.map(([, text]) => text)];
  const words = texts.flatMap((text) => text.match(/[\w@./-]{1,200}\.[cm]?tsx?\b/g) ?? []);
  return words
    .map(normal)
    .filter((path) => paths.has(path) && !/\.(?:d|test|spec|config)\./.test(path));
}

function join(folder: string, path: string): string {
  return normal(`${folder}/${path}`);
}

/** Without `./` and doubled slashes; `..` stays, and then leads to no file of the folder. */
function normal(path: string): string {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  return parts.join('/');
}
