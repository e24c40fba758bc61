import { type IndexEntry, type IndexVersion, parseManifest, webUrl } from '@orchestra/core';
import type { SiteSource } from '../site-source.ts';

/** Links of an extension to places outside of the registry. */
export interface Links {
  homepage: string | null;
  repository: string | null;
}

/**
 * Reads the links of a version. The repository pinned in the entry is preferred to the one in the manifest. A
 * quarantined version has none, because they may mislead.
 */
export async function readLinks(
  entry: IndexEntry,
  from: { version: IndexVersion; source: SiteSource },
): Promise<Links> {
  const { version, source } = from;
  if (version.status === 'quarantined') return { homepage: null, repository: null };
  const homepage = webUrl(entry.homepage ?? '');
  if (entry.source !== null)
    return { homepage, repository: `https://github.com/${entry.source.repository}` };
  const of = { name: entry.name, version: version.version, path: 'manifest.json' };
  const bytes = version.docs['manifest.json'] === undefined ? null : await source.readDoc(of);
  const manifest = bytes === null ? null : parseManifest(bytes.toString('utf8')).manifest;
  return { homepage, repository: webUrl(manifest?.repository ?? '') };
}

/** Base URL for relative links of a README; null for a repository host that isn't known. */
export function repositoryFiles({ homepage, repository }: Links): string | null {
  for (const url of [repository, homepage]) {
    const found = /^https:\/\/github\.com\/([\w.-]+\/[\w.-]+?)(?:\.git)?(?:[/?#].*)?$/.exec(
      url ?? '',
    );
    if (found !== null) return `https://github.com/${found[1] ?? ''}/blob/HEAD/`;
  }
  return null;
}
