import { coerce, parse, rcompare, type SemVer, valid } from 'semver';
import { splitChangelog } from '../../changelog/split-changelog.ts';
import type { Manifest } from '../manifest.ts';
import type { ManifestChange } from './manifest-change.ts';

/**
 * Proposes a version that the registry accepts: the manifest's own as semver with three numbers and without
 * build metadata; otherwise the newest version in the changelog; otherwise a first version.
 *
 * @param changelog empty where there is none
 */
export function proposeVersion({ version }: Manifest, changelog: string): ManifestChange[] {
  const change = { path: ['version'], after: ['name'] };
  if (version === undefined) {
    const newest = newestOf(changelog);
    const reason =
      newest === null
        ? 'a package has a version, and this is the first'
        : 'newest of the changelog';
    return [{ ...change, value: newest ?? '1.0.0', reason }];
  }
  if (valid(version) === version) return [];
  const read = parse(version.trim(), { loose: true }) ?? parseShort(version.trim());
  if (read === null) return [];
  return [{ ...change, value: read.version, reason: 'versions are semver without build metadata' }];
}

/** Parses short versions such as `v1.2` and `1`. */
function parseShort(version: string): SemVer | null {
  return /^v?\d{1,9}(?:\.\d{1,9})?$/.test(version) ? coerce(version) : null;
}

function newestOf(changelog: string): string | null {
  const named = splitChangelog(changelog).flatMap(({ version }) => version ?? []);
  return named.toSorted(rcompare)[0] ?? null;
}
