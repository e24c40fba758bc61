import { RegistryError } from '@orchestra/core';

/** Owner and name of a repository, as GitHub's API takes them. */
export type RepositoryName = { owner: string; repo: string };

/**
 * Parses `owner/name`. An invalid name never becomes part of a URL.
 *
 * @returns null for anything else
 */
export function parseRepositoryName(fullName: string): RepositoryName | null {
  const [, owner, repo] = /^([A-Za-z0-9][A-Za-z0-9_-]*)\/([\w.-]+)$/.exec(fullName) ?? [];
  if (owner === undefined || repo === undefined || /^\.{1,2}$/.test(repo)) return null;
  return { owner, repo };
}

/**
 * Parses `owner/name`, and throws for anything else.
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
