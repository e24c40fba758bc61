import ignore from 'ignore';
import type { LeftOutFile } from '../checks/check.ts';
import { findChangelog, findLicense, findReadme } from '../checks/find-documents.ts';
import { isSecretFile } from '../checks/secret-files.ts';
import { contributedFiles, type Manifest } from '@orchestra/core';
import type { PackingRules } from './packing-rules.ts';

const litter = /(?:^|\/)(?:\.DS_Store|Thumbs\.db|[^/]+\.vsix|\.orchestraignore)$/;

/** Files and rules that decide what is packed. */
export interface PathChoice {
  paths: readonly string[];
  manifest: Manifest | null;
  /** Text of `.orchestraignore`. */
  ignoreRules: string;
  rules: Pick<PackingRules, 'takes'>;
  /** Files that other files of the package refer to: images of the README, icons of a theme, imports. */
  shown: readonly string[];
}

/**
 * Chooses the files of a package: what its rules take, documents, and every file that the manifest or a
 * document refers to. Leaves out what `.orchestraignore` names, secrets and litter. Pure.
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

function wantedBy({ manifest, paths, shown, rules }: PathChoice): (path: string) => boolean {
  const named = new Set([
    ...documentsOf(paths),
    ...shown,
    ...(manifest === null ? [] : namedPaths(manifest)),
  ]);
  const bare = new Set([...named].map((name) => name.replace(/\/$/, '')));
  const isNamed = (path: string) => named.has(path) || foldersOf(path).some((f) => bare.has(f));
  return (path) => isNamed(path) || rules.takes(path);
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
