/** Hosts that a release asset may be downloaded from. */
export interface AssetHosts {
  /** Value of `GITHUB_API_URL`. */
  api: string;
  /** Value of `GITHUB_SERVER_URL`. */
  server: string;
  /** Additional origins, for a GitHub server that stores files elsewhere. */
  others: readonly string[];
}

/**
 * True for a URL that GitHub may redirect a download to: its own two hosts, and the hosts that it serves
 * files from. All other URLs are refused, above all internal ones.
 */
export function isAssetUrl(url: URL, hosts: AssetHosts): boolean {
  const own = [hosts.api, hosts.server, ...hosts.others].map((one) => new URL(one).origin);
  if (url.username !== '' || url.password !== '') return false;
  if (own.includes(url.origin)) return true;
  return (
    url.protocol === 'https:' && url.port === '' && url.hostname.endsWith('.githubusercontent.com')
  );
}
