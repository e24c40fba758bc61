import type { IndexEntry, IndexVersion } from '@orchestra/core';

/** An index entry with sensible values, one version for each one given. */
export function makeEntry(
  facts: Partial<IndexEntry> & { name: string },
  versions: (Partial<IndexVersion> & { version: string })[] = [{ version: '1.0.0' }],
): IndexEntry {
  return {
    format: 1,
    owners: [{ provider: 'local', id: 1, login: 'tidewater' }],
    source: null,
    compat: 'native',
    displayName: facts.name,
    description: `What ${facts.name} does`,
    categories: [],
    tags: [],
    license: 'MIT',
    homepage: null,
    createdAt: '2026-01-01T00:00:00.000Z',
    ...facts,
    versions: versions.map((version) => ({
      sha256: '0'.repeat(64),
      size: 1000,
      unpackedSize: 4000,
      engines: { orchestra: '^1.0.0' },
      permissions: [],
      unclearCode: { mayNeed: [] },
      publishedAt: '2026-01-01T00:00:00.000Z',
      docs: {},
      status: 'live',
      ...version,
    })),
  };
}
