import type { Config } from '../schema/config.ts';

/**
 * Path of an entry below the index: `1/a.json`, `2/ab.json`, `3/a/abc.json`, `gi/t-/git-lens.json`.
 *
 * Source: Cargo's index layout, https://doc.rust-lang.org/cargo/reference/registry-index.html#index-files
 */
export function entryPath(name: string): string {
  if (name.length <= 2) return `${name.length}/${name}.json`;
  if (name.length === 3) return `3/${name.slice(0, 1)}/${name}.json`;
  return `${name.slice(0, 2)}/${name.slice(2, 4)}/${name}.json`;
}

/** Key of a package among the blobs. */
export function packageKey(name: string, version: string): string {
  return `packages/${packagePath(name, version)}`;
}

/**
 * Key of a docs file among the blobs.
 *
 * @param docs.path `manifest.json`, `permissions.json`, `readme.md`, `changelog.md`, `icon.png` or `files/…`
 */
export function docKey(name: string, version: string, docs: { path: string }): string {
  return `docs/${name}/${version}/${docs.path}`;
}

/** Where a client fetches an entry. */
export function entryUrl(config: Pick<Config, 'index'>, name: string): string {
  return `${config.index}/${entryPath(name)}`;
}

/** URL of the reserved names, the list of names that nobody may publish under. */
export function reservedNamesUrl(config: Pick<Config, 'index'>): string {
  return new URL('reserved-names.json', config.index).href;
}

/** Where a client fetches a package. */
export function packageUrl(
  config: Pick<Config, 'packages'>,
  of: { name: string; version: string },
): string {
  return `${config.packages}/${packagePath(of.name, of.version)}`;
}

/** Where a client fetches a docs file; every part of its path is percent-encoded. */
export function docUrl(
  config: Pick<Config, 'docs'>,
  of: { name: string; version: string; path: string },
): string {
  const path = of.path.split('/').map(encodeURIComponent).join('/');
  return `${config.docs}/${of.name}/${of.version}/${path}`;
}

function packagePath(name: string, version: string): string {
  return `${name}/${name}-${version}.tar.gz`;
}
