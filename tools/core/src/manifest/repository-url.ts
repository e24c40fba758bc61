import { webUrl } from '../text/web-url.ts';

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
  return manifestUrl(
    written.replace(/^git\+/, '').replace(/^(?:ssh|git):\/\//, 'https://'),
  )?.replace(/\.git$/, '');
}

/**
 * The address of a folder of a repository on GitHub, where a manifest names one as `repository.directory`; the
 * repository's own address for a folder that isn't one of it, and for other hosts.
 */
export function repositoryFolderUrl(url: string, directory: unknown): string {
  if (typeof directory !== 'string' || directory.length > 500) return url;
  if (!/^https:\/\/github\.com\/[\w.-]+\/[\w.-]+$/.test(url)) return url;
  const parts = directory.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.length === 0 || parts.includes('..')) return url;
  return `${url}/tree/HEAD/${parts.map(encodeURIComponent).join('/')}`;
}

/** The web address that a manifest gives, as {@link webUrl} reads it; undefined for one of over 2,000 characters. */
export function manifestUrl(written: string): string | undefined {
  const url = webUrl(written.trim());
  return url === null || url.length > 2000 ? undefined : url;
}
