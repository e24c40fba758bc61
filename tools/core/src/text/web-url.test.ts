import { expect, test } from 'vitest';
import { webUrl } from './web-url.ts';

test.each([
  ['https://tide.io', 'https://tide.io/'],
  ['http://tide.io/a?b#c', 'http://tide.io/a?b#c'],
  ['https://jane:secret@tide.io/', 'https://tide.io/'],
  ['javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['//tide.io', null],
])('webUrl() reads %s as %s', (written, url) => {
  expect(webUrl(written)).toBe(url);
});
