import { RegistryError } from '@orchestra/core';

/** A repository as GitHub's API is asked for it. */
export type RepositoryName = { owner: string; repo: string };

/**
 * Reads `owner/name`. A name that GitHub could not have never becomes part of an address.
 *
 * @returns null for anything else
 */
export function parseRepositoryName(fullName: string): RepositoryName | null {
  const [, owner, repo] = /^([A-Za-z0-9][A-Za-z0-9_-]*)\/([\w.-]+)$/.exec(fullName) ?? [];
  if (owner === undefined || repo === undefined || /^\.{1,2}$/.test(repo)) return null;
  return { owner, repo };
}

/**
 * Reads `owner/name` where there must be one.
 *
 * @throws RegistryError `usage`
 */
export function requireRepositoryName(fullName: string): RepositoryName {
  const parsed = parseRepositoryName(fullName);
  if (parsed !== null) return parsed;
  throw new RegistryError('usage', `Expected owner/name of a repository; found '${fullName}'`, {
    hint: 'Name it as GitHub does: OWNER/NAME.',
  });
}
