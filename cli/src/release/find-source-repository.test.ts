import { expect, test } from 'vitest';
import { findSourceRepository } from './find-source-repository.ts';

const at = { web: 'https://github.com' };

test.each<[string | undefined, string | null, string]>([
  ['https://github.com/tidewater/tide', null, 'tidewater/tide'],
  ['https://github.com/tidewater/tide/tree/main/packages/tide', null, 'tidewater/tide'],
  [undefined, 'git@github.com:tidewater/tide.git', 'tidewater/tide'],
  [undefined, 'https://github.com/tidewater/tide.git', 'tidewater/tide'],
  ['https://gitlab.com/other/tide', 'git@github.com:tidewater/tide.git', 'tidewater/tide'],
  ['https://github.com/first/tide', 'git@github.com:second/tide.git', 'first/tide'],
])('findSourceRepository() of %s and %s', (manifest, origin, expected) => {
  expect(findSourceRepository({ manifest, origin }, at)).toBe(expected);
});

test.each<[string | undefined, string | null]>([
  [undefined, null],
  ['https://gitlab.com/tidewater/tide', '/srv/git/tide.git'],
  ['https://github.com.example.org/tidewater/tide', null],
  ['https://github.com/tidewater', null],
])('findSourceRepository() finds none in %s and %s', (manifest, origin) => {
  expect(() => findSourceRepository({ manifest, origin }, at)).toThrow(/Expected a repository/);
});

test('findSourceRepository() looks where GitHub is, with its port', () => {
  const manifest = 'http://127.0.0.1:4000/tidewater/tide';
  const found = findSourceRepository({ manifest, origin: null }, { web: 'http://127.0.0.1:4000' });
  expect(found).toBe('tidewater/tide');
});
