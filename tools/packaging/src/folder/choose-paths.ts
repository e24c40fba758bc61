import ignore from 'ignore';
import picomatch from 'picomatch';
import type { LeftOutFile } from '../checks/check.ts';
import { findChangelog, findLicense, findReadme } from '../checks/find-documents.ts';
import { isSecretFile } from '../checks/secret-files.ts';
import { contributedFiles, type Manifest } from '@orchestra/core';
import { matchVscodeignore } from './match-vscodeignore.ts';

const standardFolders = /^(?:dist|assets|themes|snippets|syntaxes|l10n)\//;
const litter = /(?:^|\/)(?:\.DS_Store|Thumbs\.db|[^/]+\.vsix|\.orchestraignore)$/;

/** Files and rules that decide what is packed. */
export interface PathChoice {
  paths: readonly string[];
  manifest: Manifest | null;
  /** Text of `.orchestraignore`. */
  ignoreRules: string;
  /** Text of `.vscodeignore`; null where there is none. */
  vscodeIgnore: string | null;
  /** Files that other files of the package refer to: images of the README, icons of a theme, imports. */
  shown: readonly string[];
}

/**
 * Chooses the files of a package. Takes the manifest's `files`; otherwise what `.vscodeignore` allows, for a
 * VS Code extension, or everything in an already unpacked one; otherwise the standard folders. Adds documents
 * and every file that the manifest or a document refers to. Leaves out what `.orchestraignore` names, secrets
 * and litter. Pure.
 */
export function choosePaths(choice: PathChoice): { chosen: string[]; leftOut: LeftOutFile[] } {
  const { manifest, paths } = choice;
  const wanted = wantedBy(choice);
  const ignored = ignore().add(choice.ignoreRules);
  const chosen: string[] = [];
  const leftOut: LeftOutFile[] = [];
  const earlier = manifest === null ? null : `${manifest.name}-`;
  for (const path of paths) {
    if (path === 'package.json') chosen.push(path);
    else if (litter.test(path)) continue;
    else if (earlier !== null && path.startsWith(earlier) && path.endsWith('.tar.gz')) continue;
    else if (isSecretFile(path)) leftOut.push({ path, reason: 'secret' });
    else if (!wanted(path)) leftOut.push({ path, reason: 'not-listed' });
    else if (ignored.ignores(path)) leftOut.push({ path, reason: 'ignored' });
    else chosen.push(path);
  }
  return { chosen, leftOut };
}

function wantedBy(choice: PathChoice): (path: string) => boolean {
  const { manifest, paths, shown } = choice;
  const named = new Set([
    ...documentsOf(paths),
    ...shown,
    ...(manifest === null ? [] : namedPaths(manifest)),
  ]);
  const listed = listedBy(choice);
  const bare = new Set([...named].map((name) => name.replace(/\/$/, '')));
  const isNamed = (path: string) => named.has(path) || foldersOf(path).some((f) => bare.has(f));
  return (path) => isNamed(path) || listed(path);
}

function listedBy(choice: PathChoice): (path: string) => boolean {
  const { manifest, vscodeIgnore, paths } = choice;
  const declared = readDeclared(manifest?.raw['files']);
  if (declared !== null) return matchDeclared(declared);
  if (manifest?.compat === 'vscode') {
    if (vscodeIgnore !== null) return matchVscodeignore(vscodeIgnore);
    if (manifest.entryFiles.length > 0 && !paths.some(isWork)) return matchVscodeignore('');
  }
  const folders = manifest === null ? [] : codeFolders(manifest);
  return (path) => standardFolders.test(path) || folders.some((each) => path.startsWith(each));
}

/**
 * True for files that VS Code extensions never pack. A folder without any such file was unpacked from a
 * package.
 */
function isWork(path: string): boolean {
  return /^(?:src\/|(?:tsconfig|package-lock)\.json$|pnpm-lock\.yaml$|yarn\.lock$|\.gitignore$)/.test(
    path,
  );
}

/** The parent folders of a path: `a` and `a/b` for `a/b/c`. */
function foldersOf(path: string): string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, nth) => parts.slice(0, nth + 1).join('/'));
}

function documentsOf(paths: readonly string[]): string[] {
  const documents = [findReadme(paths), findChangelog(paths), findLicense(paths)];
  const localized = paths.filter((path) => /^package\.nls(?:\.[\w-]+)?\.json$/.test(path));
  return [...documents.filter((path) => path !== undefined), ...localized];
}

function namedPaths(manifest: Manifest): string[] {
  const code = manifest.entryFiles.flatMap(({ path }) => [
    path,
    `${path}.js`,
    `${path}.cjs`,
    `${path}.mjs`,
  ]);
  const contributed = contributedFiles(manifest.raw['contributes']).map(({ path }) => path);
  const license = /^SEE LICEN[SC]E IN (?:\.\/)?(.+)$/i.exec(manifest.license ?? '')?.[1];
  return [...code, ...contributed, manifest.icon, license].filter((path) => path !== undefined);
}

/** Folders of compiled code, such as `out/`, which are packed whole because files in them load each other. */
function codeFolders(manifest: Manifest): string[] {
  return manifest.entryFiles
    .filter(({ path }) => path.includes('/') && !path.startsWith('.') && !path.startsWith('src/'))
    .map(({ path }) => path.slice(0, path.indexOf('/') + 1));
}

function readDeclared(files: unknown): string[] | null {
  if (!Array.isArray(files)) return null;
  return files.filter((pattern: unknown) => typeof pattern === 'string');
}

/**
 * Matches paths against the manifest's `files`: a folder's name includes everything below it, `!` excludes,
 * and the last matching pattern decides.
 */
function matchDeclared(patterns: readonly string[]): (path: string) => boolean {
  const rules = patterns.map((written) => {
    const takesBack = written.startsWith('!');
    const pattern = written
      .replace(/^!/, '')
      .replace(/^\.?\//, '')
      .replace(/\/$/, '');
    const globs = pattern === '' || pattern === '.' ? ['**'] : [pattern, `${pattern}/**`];
    return { takesBack, matches: picomatch(globs, { dot: true }) };
  });
  return (path) => rules.findLast((rule) => rule.matches(path))?.takesBack === false;
}
