import { coerce, prerelease, satisfies, validRange, valid } from 'semver';
import { RegistryError } from '../problems/registry-error.ts';
import type { IndexEntry, IndexVersion } from '../schema/index-entry.ts';
import { newestFirst } from './latest-version.ts';

/** What to resolve: a range, an engine version, and options. */
export interface ResolveOptions {
  /** A semver range or an exact version; any version where it is absent. */
  range?: string;
  /** Version of the Orchestra API that will run the extension. */
  orchestraVersion: string;
  /** Allows pre-releases. They are also allowed where the range names one or one is installed. */
  preReleases?: boolean;
  /** The version that is installed now. */
  installed?: string;
}

/**
 * Picks the newest live version that satisfies the range and the engine. A pre-release is picked
 * only on request, or where one is installed already.
 *
 * @throws RegistryError `range-invalid`, `version-unknown`, `version-quarantined`,
 *   `only-yanked-versions`, `only-prereleases`, `engine-too-new` or `no-version-satisfies`
 */
export function resolveVersion(entry: IndexEntry, options: ResolveOptions): IndexVersion {
  const range = readRange(entry.name, options.range);
  const exact = options.range === undefined ? null : valid(options.range);
  if (exact !== null) return resolveExact(entry, { ...options, exact });

  const inRange = newestFirst(entry.versions).filter((version) =>
    satisfies(version.version, range, { includePrerelease: true }),
  );
  const live = inRange.filter((version) => version.status === 'live');
  const offered = live.filter((version) => isOffered(version, { ...options, range }));
  const fitting = offered.find((version) => runsOn(version, options.orchestraVersion));
  if (fitting !== undefined) return fitting;
  throw explainNothing(entry, { inRange, live, offered, ...options });
}

function resolveExact(
  entry: IndexEntry,
  options: ResolveOptions & { exact: string },
): IndexVersion {
  const found = entry.versions.find((version) => version.version === options.exact);
  if (found === undefined) {
    throw new RegistryError(
      'version-unknown',
      `'${entry.name}' has no version ${options.exact}; its versions are ${listVersions(entry.versions)}`,
      { hint: `See them all: orchestra ext versions ${entry.name}` },
    );
  }
  if (found.status === 'quarantined') throw quarantined(entry.name, found);
  if (found.status === 'yanked') {
    throw new RegistryError(
      'only-yanked-versions',
      `${entry.name} ${found.version} was yanked${because(found)}`,
      { hint: `Install another version: orchestra ext versions ${entry.name}` },
    );
  }
  if (!runsOn(found, options.orchestraVersion)) throw tooNew(entry.name, [found], options);
  return found;
}

/** A pre-release is offered where pre-releases are asked for, named by the range, or installed. */
function isOffered(version: IndexVersion, options: ResolveOptions & { range: string }): boolean {
  if (prerelease(version.version) === null || options.preReleases === true) return true;
  if (options.installed !== undefined && prerelease(options.installed) !== null) return true;
  return satisfies(version.version, options.range);
}

/** A pre-release of the app runs what it takes by itself, and what its release will take. */
function runsOn(version: IndexVersion, orchestraVersion: string): boolean {
  const range = version.engines['orchestra'];
  const options = { includePrerelease: true };
  if (range === undefined || satisfies(orchestraVersion, range, options)) return true;
  const release = coerce(orchestraVersion)?.version;
  return release !== undefined && satisfies(release, range, options);
}

function explainNothing(
  entry: IndexEntry,
  found: ResolveOptions & {
    inRange: IndexVersion[];
    live: IndexVersion[];
    offered: IndexVersion[];
  },
): RegistryError {
  const asked = found.range === undefined ? entry.name : `${entry.name}@${found.range}`;
  const [newest] = found.inRange;
  if (newest === undefined) {
    return new RegistryError(
      'no-version-satisfies',
      `No version satisfies ${asked}; its versions are ${listVersions(entry.versions)}`,
      { hint: `See them all: orchestra ext versions ${entry.name}` },
    );
  }
  if (found.live.length === 0) {
    const danger = found.inRange.find((version) => version.status === 'quarantined');
    if (danger !== undefined) return quarantined(entry.name, danger);
    return new RegistryError(
      'only-yanked-versions',
      `Every version that satisfies ${asked} was yanked${because(newest)}`,
      { hint: `See why: orchestra ext versions ${entry.name}` },
    );
  }
  if (found.offered.length === 0) {
    return new RegistryError(
      'only-prereleases',
      `Only pre-releases satisfy ${asked}: ${listVersions(found.live)}`,
      { hint: `Ask for one: orchestra ext install ${entry.name} --pre-release` },
    );
  }
  return tooNew(entry.name, found.offered, found);
}

function quarantined(name: string, version: IndexVersion): RegistryError {
  return new RegistryError(
    'version-quarantined',
    `${name} ${version.version} is quarantined${because(version)}`,
    { hint: `If it is installed, remove it: orchestra ext uninstall ${name}` },
  );
}

function tooNew(name: string, versions: IndexVersion[], options: ResolveOptions): RegistryError {
  const [newest] = versions;
  const range = newest?.engines['orchestra'] ?? '*';
  return new RegistryError(
    'engine-too-new',
    `${name} ${newest?.version ?? ''} needs Orchestra ${range}; this is ${options.orchestraVersion}`,
    { hint: `Update Orchestra, or install a version that fits: orchestra ext versions ${name}` },
  );
}

function readRange(name: string, range: string | undefined): string {
  if (range === undefined || range === '' || range === 'latest') return '*';
  // kept as written: normalised, `2.x` would exclude pre-releases that it includes when they are asked for
  if (validRange(range) !== null) return range;
  throw new RegistryError(
    'range-invalid',
    `'${range}' is not a version or a semver range (asked for ${name})`,
    { hint: `Write a range such as ${name}@^1.2 or ${name}@1.2.3` },
  );
}

function because(version: IndexVersion): string {
  return version.reason === undefined ? '' : `: ${version.reason}`;
}

function listVersions(versions: readonly IndexVersion[]): string {
  const names = newestFirst(versions).map((version) => version.version);
  return names.length <= 8
    ? names.join(', ')
    : `${names.slice(0, 8).join(', ')} and ${names.length - 8} older`;
}
