import { RegistryError } from '@orchestra/core';

/**
 * URLs of GitHub. Only the user sets them, because a registry could otherwise get the token sent elsewhere.
 */
export interface GitHubHosts {
  /** `https://api.github.com`, without a final slash. */
  api: string;
  /** `https://github.com`, without a final slash. */
  web: string;
}

/**
 * Reads `ORCHESTRA_GITHUB_URL` and `ORCHESTRA_GITHUB_API_URL`; github.com by default. They must use https
 * unless they are on this machine, because a token is sent to them.
 *
 * @throws RegistryError `usage`
 */
export function readGitHubHosts(env: Readonly<Record<string, string | undefined>>): GitHubHosts {
  const web = readHost('ORCHESTRA_GITHUB_URL', env);
  const api = readHost('ORCHESTRA_GITHUB_API_URL', env);
  if (web === null) return { web: 'https://github.com', api: api ?? 'https://api.github.com' };
  return { web, api: api ?? `${web}/api/v3` }; // the path on GitHub Enterprise Server
}

function readHost(name: string, env: Readonly<Record<string, string | undefined>>): string | null {
  const written = env[name]?.trim() ?? '';
  if (written === '') return null;
  const url = URL.canParse(written) ? new URL(written) : null;
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLocal(url));
  if (url !== null && safe && url.username === '') {
    return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
  }
  throw new RegistryError('usage', `${name}: '${written}' is no address that a token may go to`, {
    hint: 'Write an https URL, such as https://github.example.org',
  });
}

function isLocal({ hostname }: URL): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}
