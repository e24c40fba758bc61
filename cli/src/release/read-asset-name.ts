import { RegistryError } from '@orchestra/core';
import type { GitHubHosts } from '@orchestra/github/hosts';

/** A release asset as named on the command line. */
export type AssetName =
  | { kind: 'id'; id: number; repository: string | null }
  | { kind: 'file'; repository: string; tag: string; file: string };

/**
 * Parses `--asset`: an asset's id, its download URL, or its URL in the API. Pure.
 *
 * @throws RegistryError `usage`
 */
export function readAssetName(written: string, hosts: GitHubHosts): AssetName {
  const text = written.trim();
  if (/^[1-9]\d{0,14}$/.test(text)) return { kind: 'id', id: Number(text), repository: null };
  const download = pathBelow(hosts.web, text);
  const [owner, repo, releases, word, tag, file] = download ?? [];
  if (
    releases === 'releases' &&
    word === 'download' &&
    file !== undefined &&
    download?.length === 6
  ) {
    return { kind: 'file', repository: `${owner}/${repo}`, tag: tag ?? '', file };
  }
  const api = pathBelow(hosts.api, text);
  if (api?.[0] === 'repos' && api[3] === 'releases' && api[4] === 'assets' && api.length === 6) {
    const id = Number(api[5]);
    if (Number.isSafeInteger(id) && id > 0) {
      return { kind: 'id', id, repository: `${api[1] ?? ''}/${api[2] ?? ''}` };
    }
  }
  throw new RegistryError('usage', `--asset: '${text}' names no release asset`, {
    hint: `Give its id, or its address: ${hosts.web}/OWNER/NAME/releases/download/TAG/FILE`,
  });
}

/** The decoded parts of a URL's path below a base URL; null where it isn't below it. */
function pathBelow(base: string, written: string): string[] | null {
  if (!URL.canParse(written)) return null;
  const url = new URL(written);
  const at = new URL(base);
  const prefix = at.pathname.replace(/\/+$/, '');
  if (url.origin !== at.origin || !url.pathname.startsWith(`${prefix}/`)) return null;
  try {
    return url.pathname
      .slice(prefix.length + 1)
      .split('/')
      .map(decodeURIComponent);
  } catch {
    return null; // not percent-encoded as it should be
  }
}
