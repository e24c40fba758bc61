import { makeEntry } from '@orchestra/testkit';
import { expect, test } from 'vitest';
import { serializeEntry } from '../entry/serialize-entry.ts';
import type { IndexEntry } from '../schema/index-entry.ts';
import type { ReleaseManifest } from '../schema/release.ts';
import { type Release, planPublish } from './plan-publish.ts';

const owner = { provider: 'local', id: 7, login: 'tidewater' } as const;

test('planPublish() of a new name stores the package and its docs and makes the entry', () => {
  const plan = publish(makeRelease('1.0.0'), null);
  expect(plan.before).toBeNull();
  expect(plan.blobs.map((blob) => blob.key)).toEqual([
    'packages/tide-table/tide-table-1.0.0.tar.gz',
    'docs/tide-table/1.0.0/readme.md',
  ]);
  expect(plan.after).toMatchObject({ name: 'tide-table', owners: [owner], source: null });
  expect(plan.after.versions).toMatchObject([{ version: '1.0.0', status: 'live' }]);
});

test('planPublish() notes what code may need of which nobody can tell', () => {
  const unclearCode = { mayNeed: ['git' as const] };
  const { after } = publish({ ...makeRelease('1.0.0'), unclearCode }, null);
  expect(after.versions[0]?.unclearCode).toEqual(unclearCode);
  expect(serializeEntry(after)).toContain(
    '"permissions":["network"],"unclearCode":{"mayNeed":["git"]},',
  );
});

test('planPublish() of the same bytes changes nothing', () => {
  const first = publish(makeRelease('1.0.0'), null).after;
  expect(planPublish(makeRelease('1.0.0'), first)).toEqual({ kind: 'unchanged', entry: first });
});

test('planPublish() never overwrites a version, yanked or not', () => {
  for (const status of ['live', 'yanked', 'quarantined'] as const) {
    const entry = makeEntry({ name: 'tide-table' }, [{ version: '1.0.0', status }]);
    expect(() => planPublish(makeRelease('1.0.0'), entry)).toThrow(
      expect.objectContaining({ code: 'version-exists' }),
    );
  }
});

test.each([
  ['1.0.0-RC', '1.0.0-rc'],
  ['1.0.0-rc.1', '1.0.0-Rc.1'],
])('planPublish() refuses %s where %s exists: they differ only by case', (version, published) => {
  const entry = makeEntry({ name: 'tide-table' }, [
    { version: published, sha256: 'a'.repeat(64) },
    { version: '0.9.0' },
  ]);
  expect(() => planPublish(makeRelease(version), entry)).toThrow(
    expect.objectContaining({
      code: 'version-exists',
      message: expect.stringContaining('only by case'),
    }),
  );
  expect(planPublish(makeRelease(published), entry).kind).toBe('unchanged');
});

test('planPublish() of an older line or a pre-release keeps what the entry says of the newest', () => {
  const entry = publish(makeRelease('2.0.0', { displayName: 'Two' }), null).after;
  const patch = publish(makeRelease('1.0.1', { displayName: 'One' }), entry).after;
  const beta = publish(makeRelease('3.0.0-beta.1', { displayName: 'Three' }), patch).after;
  expect(beta.displayName).toBe('Two');
  expect(beta.versions.map((version) => version.version)).toEqual([
    '3.0.0-beta.1',
    '2.0.0',
    '1.0.1',
  ]);
});

test('planPublish() of a next version is a one-line diff', () => {
  const first = publish(makeRelease('1.0.0'), null).after;
  const second = publish(makeRelease('1.1.0'), first).after;
  const before = new Set(serializeEntry(first).split('\n'));
  const added = serializeEntry(second)
    .split('\n')
    .filter((line) => !before.has(line));
  expect(added).toHaveLength(1);
});

test('planPublish() by another owner leaves owners, repository and first day as they are', () => {
  const entry = makeEntry({ name: 'tide-table', source: null });
  const source = { repositoryId: 50, repository: 'tidewater/tides' };
  const { owners, createdAt, ...after } = publish({ ...makeRelease('1.1.0'), source }, entry).after;
  expect(owners).toEqual(entry.owners);
  expect(after.source).toBeNull();
  expect(createdAt).toBe(entry.createdAt);
});

function publish(release: Release, entry: IndexEntry | null) {
  const planned = planPublish(release, entry);
  if (planned.kind !== 'plan') throw new Error('expected a plan');
  return planned.plan;
}

function makeRelease(version: string, facts: Partial<ReleaseManifest> = {}): Release {
  return {
    manifest: {
      name: 'tide-table',
      compat: 'native',
      displayName: 'Tide table',
      description: 'Shows the tides',
      license: 'MIT',
      categories: ['data'],
      tags: ['sea'],
      engines: { orchestra: '^1.0.0' },
      permissions: ['network'],
      ...facts,
      version,
    },
    facts: { sha256: 'a'.repeat(64), tarSha256: 'b'.repeat(64), size: 10, unpackedSize: 20 },
    docs: [{ path: 'readme.md', sha256: 'c'.repeat(64), size: 5, contentType: 'text/markdown' }],
    unclearCode: { mayNeed: [] },
    owner,
    source: null,
    publishedAt: '2026-02-03T04:05:06.000Z',
  };
}
