import { type IndexEntry, type IndexVersion, parseManifest, webUrl } from '@orchestra/core';
import type { SiteSource } from '../site-source.ts';

/** Links of an extension to places outside of the registry. */
export interface Links {
  homepage: string | null;
  repository: string | null;
}

/**
 * Reads the links of a version. The repository pinned in the entry is preferred to the one in the manifest,
 * which may name a folder of it. A quarantined version has none, because they may mislead.
 */
export async function readLinks(
  entry: IndexEntry,
  from: { version: IndexVersion; source: SiteSource },
): Promise<Links> {
  const { version, source } = from;
  if (version.status === 'quarantined') return { homepage: null, repository: null };
  const homepage = webUrl(entry.homepage ?? '');
  const of = { name: entry.name, version: version.version, path: 'manifest.json' };
  const bytes = version.docs['manifest.json'] === undefined ? null : await source.readDoc(of);
  const manifest = bytes === null ? null : parseManifest(bytes.toString('utf8')).manifest;
  const claimed = webUrl(manifest?.repository ?? '');
  if (entry.source === null) return { homepage, repository: claimed };
  const pinned = `https://github.com/${entry.source.repository}`;
  const isFolderOfIt = claimed
    ?.toLowerCase()
    .startsWith(`${pinned.toLowerCase()}/tree/HEAD/`.toLowerCase());
  return { homepage, repository: isFolderOfIt === true ? claimed : pinned };
}

/**
 * Base URL for relative links of a README: of a repository on GitHub, or of the folder in it that a manifest
 * names; null for a host that isn't known.
 */
export function repositoryFiles({ homepage, repository }: Links): string | null {
  for (const url of [repository, homepage]) {
    const found =
      /^https:\/\/github\.com\/([\w.-]+\/[\w.-]+?)(?:\.git)?(?:\/tree\/HEAD\/([^?#]+))?(?:[/?#].*)?$/.exec(
        url ?? '',
      );
    if (found === null) continue;
    const folder = found[2] === undefined ? '' : `${found[2].replace(/\/$/, '')}/`;
    return `https://github.com/${found[1] ?? ''}/blob/HEAD/${folder}`;
  }
  return null;
}
