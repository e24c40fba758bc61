import { makeEntry } from '@orchestra/testkit';
import { expect, test } from 'vitest';
import { RegistryError } from '../problems/registry-error.ts';
import { resolveVersion } from './resolve-version.ts';

const entry = makeEntry({ name: 'tide-table' }, [
  { version: '0.9.0', engines: { orchestra: '>=0.1.0' } },
  { version: '1.0.0' },
  { version: '1.1.0', status: 'yanked', reason: 'loses notes' },
  { version: '1.2.0' },
  { version: '2.0.0-beta.1' },
  { version: '2.0.0-beta.2' },
  { version: '3.0.0', engines: { orchestra: '^2.0.0' } },
]);
const here = { orchestraVersion: '1.0.0' };

test.each([
  ['nothing in particular', {}, '1.2.0'],
  ['an exact version', { range: '1.0.0' }, '1.0.0'],
  ['a range', { range: '^1' }, '1.2.0'],
  ['a range below a yanked version', { range: '<=1.1.0' }, '1.0.0'],
  ['pre-releases', { preReleases: true }, '2.0.0-beta.2'],
  ['an exact pre-release', { range: '2.0.0-beta.1' }, '2.0.0-beta.1'],
  ['a range that names a pre-release', { range: '^2.0.0-beta.1' }, '2.0.0-beta.2'],
  ['an update of an installed pre-release', { installed: '2.0.0-beta.1' }, '2.0.0-beta.2'],
  ['an update of an installed stable version', { installed: '1.0.0' }, '1.2.0'],
  ['a newer Orchestra', { orchestraVersion: '2.1.0' }, '3.0.0'],
  ['a pre-release of Orchestra', { orchestraVersion: '2.0.0-beta.2' }, '3.0.0'],
])('resolveVersion() asked for %s picks the newest that fits', (_case, asked, version) => {
  expect(resolveVersion(entry, { ...here, ...asked }).version).toBe(version);
});

test.each([
  ['a range that is none', { range: 'newest!' }, 'range-invalid'],
  ['a version that was never published', { range: '1.0.1' }, 'version-unknown'],
  ['a range that nothing satisfies', { range: '^9' }, 'no-version-satisfies'],
  ['a yanked version', { range: '1.1.0' }, 'only-yanked-versions'],
  ['a range of yanked versions', { range: '~1.1' }, 'only-yanked-versions'],
  ['a range of pre-releases', { range: '2.x' }, 'only-prereleases'],
  ['a version for a newer Orchestra', { range: '3.0.0' }, 'engine-too-new'],
  ['a range for a newer Orchestra', { range: '^3' }, 'engine-too-new'],
  [
    'a range for a newer Orchestra than the release of a pre-release',
    { range: '^3', orchestraVersion: '1.9.0-beta.2' },
    'engine-too-new',
  ],
])('resolveVersion() asked for %s refuses', (_case, asked, code) => {
  expect(() => resolveVersion(entry, { ...here, ...asked })).toThrow(
    expect.objectContaining({ name: RegistryError.name, code }),
  );
});

test('resolveVersion() never hands out a quarantined version', () => {
  const bad = makeEntry({ name: 'bad' }, [
    { version: '1.0.0', status: 'quarantined', reason: 'steals tokens' },
  ]);
  for (const range of ['1.0.0', '^1.0.0', undefined]) {
    const asked = range === undefined ? here : { ...here, range };
    expect(() => resolveVersion(bad, asked)).toThrow(
      expect.objectContaining({ code: 'version-quarantined' }),
    );
  }
});
