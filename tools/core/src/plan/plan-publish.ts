import { docKey, packageKey } from '../entry/locate.ts';
import type { PackageFacts, PlannedDoc, Provenance, ReleaseManifest } from '../schema/release.ts';
import type { IndexEntry, IndexVersion, Owner, Source } from '../schema/index-entry.ts';
import { permissions } from '../schema/names.ts';
import type { UnclearCode } from '../schema/unclear-code.ts';
import { compareVersions } from '../versions/compare-versions.ts';
import { latestVersion } from '../versions/latest-version.ts';
import { findPublished } from './find-published.ts';
import type { Plan, Planned, PlannedBlob } from './plan.ts';

/** A package that passed every check and whose submitter is authorised. */
export interface Release {
  manifest: ReleaseManifest;
  facts: PackageFacts;
  docs: readonly PlannedDoc[];
  /** Code that a person let pass, because nobody can tell by reading it what it uses. */
  unclearCode: UnclearCode;
  /** The account that becomes the owner where this is the extension's first publish. */
  owner: Owner;
  /** The repository that the package comes from; null for an upload. */
  source: Source | null;
  /** Where and how the package was built, where that is known. */
  provenance?: Provenance;
  /** An ISO time. */
  publishedAt: string;
}

/**
 * Works out what a publish stores and how it changes the entry. Pure.
 *
 * @param entry null where the name is new
 * @returns `unchanged` where the same bytes are published under this version already
 * @throws RegistryError `version-exists` where other bytes are, since a version is never overwritten,
 *   or where a published version differs only by case
 */
export function planPublish(release: Release, entry: IndexEntry | null): Planned {
  const { manifest, facts } = release;
  const { name, version } = manifest;
  const published = findPublished({ name, version, sha256: facts.sha256 }, entry);
  if (entry !== null && published !== null) return { kind: 'unchanged', entry };
  const plan: Plan = {
    action: 'publish',
    name: manifest.name,
    version: manifest.version,
    blobs: planBlobs(release),
    before: entry,
    after: planEntry(release, entry),
    message: `Publish ${manifest.name} ${manifest.version}\n\nPublisher: ${release.owner.login} (${release.owner.provider} ${release.owner.id})\nSHA-256: ${facts.sha256}\n`,
  };
  return { kind: 'plan', plan };
}

function planBlobs({ manifest, facts, docs }: Release): PlannedBlob[] {
  const { name, version } = manifest;
  const packed: PlannedBlob = {
    key: packageKey(name, version),
    sha256: facts.sha256,
    size: facts.size,
    contentType: 'application/gzip',
  };
  const shown = docs.map(({ path, ...blob }) => ({
    key: docKey(name, version, { path }),
    ...blob,
  }));
  return [packed, ...shown];
}

function planEntry(release: Release, entry: IndexEntry | null): IndexEntry {
  const { manifest, owner, source, publishedAt } = release;
  const version = planVersion(release);
  const versions = [version, ...(entry?.versions ?? [])].toSorted((left, right) =>
    compareVersions(right.version, left.version),
  );
  if (entry !== null && latestVersion({ versions })?.version !== version.version) {
    return { ...entry, versions };
  }
  return {
    format: 1,
    name: manifest.name,
    owners: entry?.owners ?? [owner],
    source: entry === null ? source : entry.source,
    compat: manifest.compat,
    displayName: manifest.displayName,
    description: manifest.description,
    categories: manifest.categories,
    tags: manifest.tags,
    license: manifest.license ?? null,
    homepage: manifest.homepage ?? manifest.repository ?? null,
    createdAt: entry?.createdAt ?? publishedAt,
    versions,
  };
}

function planVersion(release: Release): IndexVersion {
  const { manifest, facts, docs, unclearCode, publishedAt, provenance } = release;
  return {
    version: manifest.version,
    sha256: facts.sha256,
    size: facts.size,
    unpackedSize: facts.unpackedSize,
    engines: manifest.engines,
    permissions: permissions.filter((permission) => manifest.permissions.includes(permission)),
    unclearCode,
    publishedAt,
    docs: Object.fromEntries(docs.map((doc) => [doc.path, doc.sha256])),
    status: 'live',
    ...(manifest.vscode === undefined ? {} : { vscode: manifest.vscode }),
    ...(provenance === undefined ? {} : { provenance }),
  };
}
