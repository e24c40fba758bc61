import type { Token } from '../state/token.ts';
import type { World } from '../state/world.ts';
import { GitHubError } from './github-error.ts';

/**
 * The token of a request; null without one, and for the other ways in: an App's JWT, an app's Basic
 * authentication.
 *
 * @throws GitHubError 401 where it is no token, or one that has expired
 */
export function authenticate(world: World, header: string | undefined): Token | null {
  if (header === undefined) return null;
  const [scheme = '', value = ''] = header.split(' ');
  if (/^basic$/i.test(scheme) || value.split('.').length === 3) return null;
  const token = /^(?:bearer|token)$/i.test(scheme) ? world.tokens.get(value) : undefined;
  if (token === undefined || token.expiresAt <= Date.now()) {
    throw new GitHubError(401, 'Bad credentials');
  }
  return token;
}

/** User and password of Basic authentication; null for another header. */
export function readBasic(header: string | undefined): { user: string; password: string } | null {
  const encoded = /^basic (.+)$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return null;
  const [user = '', ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return { user, password: rest.join(':') };
}
