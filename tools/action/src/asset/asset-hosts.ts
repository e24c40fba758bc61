/** Where the bytes of a release asset may come from. */
export interface AssetHosts {
  /** `GITHUB_API_URL`. */
  api: string;
  /** `GITHUB_SERVER_URL`. */
  server: string;
  /** Origins beside those of GitHub itself, for an installation that keeps its files elsewhere. */
  others: readonly string[];
}

/**
 * True for an address that GitHub may send a download to: its own two hosts, and the ones that it serves
 * files from. Anything else, internal addresses above all, is never asked.
 */
export function isAssetUrl(url: URL, hosts: AssetHosts): boolean {
  const own = [hosts.api, hosts.server, ...hosts.others].map((one) => new URL(one).origin);
  if (url.username !== '' || url.password !== '') return false;
  if (own.includes(url.origin)) return true;
  return (
    url.protocol === 'https:' && url.port === '' && url.hostname.endsWith('.githubusercontent.com')
  );
}
