import { expect, test } from 'vitest';
import { shown } from './fetch-index.ts';

test('shown() keeps no user and no password of any address', () => {
  const said =
    'no https://me:p@ss@tide.example/a.git, nor ssh://git@tide.example/b.git or https://c';
  expect(shown(said)).toBe(
    'no https://tide.example/a.git, nor ssh://tide.example/b.git or https://c',
  );
});
