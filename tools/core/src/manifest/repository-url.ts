/**
 * The https URL of a repository from any form that npm accepts (`github:o/r`, `o/r`,
 * `git+ssh://git@host/o/r.git`, an https URL); undefined for anything else. Credentials are removed.
 *
 * Source: https://docs.npmjs.com/cli/configuring-npm/package-json#repository
 */
export function repositoryUrl(written: string): string | undefined {
  const hosts: Record<string, string> = {
    github: 'github.com',
    gitlab: 'gitlab.com',
    bitbucket: 'bitbucket.org',
  };
  const short = /^(?:(github|gitlab|bitbucket):)?([\w.-]+\/[\w.-]+?)(?:\.git)?$/.exec(
    written.trim(),
  );
  if (short !== null) return `https://${hosts[short[1] ?? 'github'] ?? ''}/${short[2] ?? ''}`;
  const scp = /^(?:ssh:\/\/)?git@([\w.-]+)[:/]([\w./-]+?)(?:\.git)?$/.exec(written.trim());
  if (scp !== null) return `https://${scp[1] ?? ''}/${scp[2] ?? ''}`;
  return webUrl(written.replace(/^git\+/, '').replace(/^(?:ssh|git):\/\//, 'https://'))?.replace(
    /\.git$/,
    '',
  );
}

/** A web address without credentials; undefined for anything but http and https, or over 2,000 characters. */
export function webUrl(written: string): string | undefined {
  if (!URL.canParse(written.trim())) return undefined;
  const url = new URL(written.trim());
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  url.username = '';
  url.password = '';
  return url.href.length > 2000 ? undefined : url.href;
}
