import { expect, test } from 'vitest';
import { readTypedPlace } from './read-typed-place.ts';

test.each([
  ['README.md', { path: 'README.md' }],
  ['src/a.ts:3', { path: 'src/a.ts', line: 3 }],
  ['src/a.ts:3:14', { path: 'src/a.ts', line: 3, column: 14 }],
  [' a b:c.md:2 ', { path: 'a b:c.md', line: 2 }],
  ['', { path: '' }],
])('readTypedPlace(%j)', (typed, place) => expect(readTypedPlace(typed)).toEqual(place));
