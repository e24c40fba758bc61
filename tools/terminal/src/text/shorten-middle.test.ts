import { expect, test } from 'vitest';
import { shortenMiddle } from './shorten-middle.ts';

test.each([
  ['src/main.ts:12:5', 16, 'src/main.ts:12:5'],
  ['src/main.ts:12:5', 12, 'src….ts:12:5'],
  ['ui.createStatusBarItem', 10, 'ui.…arItem'],
  ['潮汐/潮汐/潮汐.ts:1:1', 12, '潮…汐.ts:1:1'],
  ['anything', 1, '…'],
])('shortenMiddle() of %s to %i columns', (text, columns, shown) => {
  expect(shortenMiddle(text, columns)).toBe(shown);
});
