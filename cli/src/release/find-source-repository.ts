import { RegistryError, repositoryUrl } from '@orchestra/core';

/** Possible sources of an extension's repository; the first that names one counts. */
export interface RepositoryHints {
  /** `repository` of the manifest, as an https URL. */
  manifest: string | undefined;
  /** URL of git's remote `origin`. */
  origin: string | null;
}

/**
 * Determines the GitHub repository that an extension is released from, as `owner/name`. Pure.
 *
 * @param at.web base URL of GitHub's website
 * @throws RegistryError `source-unusable`
 */
export function findSourceRepository(hints: RepositoryHints, at: { web: string }): string {
  const host = new URL(at.web).host;
  const written = [hints.manifest, hints.origin].filter((one) => typeof one === 'string');
  for (const one of written) {
    const url = repositoryUrl(one);
    const parsed = url === undefined ? null : new URL(url);
    const path = parsed === null ? null : /^\/([\w.-]+)\/([\w.-]+)(?:\/|$)/.exec(parsed.pathname);
    if (path !== null && parsed?.host === host) return `${path[1] ?? ''}/${path[2] ?? ''}`;
  }
  const found = written.length === 0 ? 'none' : written.join(', ');
  throw new RegistryError(
    'source-unusable',
    `Expected a repository at ${host} in "repository" of package.json, or as git's origin; found ${found}`,
    {
      hint: `Write its address into "repository" of package.json, such as ${at.web}/owner/name`,
    },
  );
}
