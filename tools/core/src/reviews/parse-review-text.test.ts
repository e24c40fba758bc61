import { expect, test } from 'vitest';
import { parseReviewText } from './parse-review-text.ts';

const body = { path: 'body#/body', lines: true };
const title = { path: 'body#/title', lines: false };

test.each([
  ['Good.', 'Good.'],
  ['  Good.\r\nVery\rgood.\n ', 'Good.\nVery\ngood.'],
  ['a\tb', 'a\tb'],
  ['', null],
  [' \n ', null],
  ['<script>alert(1)</script> **bold**', '<script>alert(1)</script> **bold**'],
  ["'; drop table extensions; --", "'; drop table extensions; --"],
  ['👩‍👩‍👧 می‌خواهم 🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}', undefined],
  ['Ask jane@tide.io about it', 'Ask [email removed] about it'],
])('parseReviewText() keeps %j', (written, kept) => {
  const text = kept === undefined ? written : kept;
  expect(parseReviewText(written, body)).toEqual({ text, problems: [] });
});

test.each([
  ['a\0b', 'U+0000 at 1'],
  ['\u001B[31mred', 'U+001B at 0'],
  ['invoice\u202Egpj.exe', 'U+202E at 7'],
  ['a\u2066b', 'U+2066'],
  ['a\u200Bb', 'U+200B'],
  ['a\u2028b', 'U+2028'],
  ['a\u0085b', 'U+0085'],
  ['a\u{E0041}b', 'U+E0041'],
  ['a\uD800b', 'U+D800'],
])('parseReviewText() refuses %j', (written, message) => {
  const { text, problems } = parseReviewText(written, body);
  expect(text).toBeNull();
  expect(problems).toMatchObject([{ code: 'text-control-characters', path: 'body#/body' }]);
  expect(problems[0]?.message).toContain(message);
});

test.each(['two\nlines', 'a\tb'])('parseReviewText() wants one line in a title: %j', (written) => {
  expect(parseReviewText(written, title).problems).toMatchObject([{ path: 'body#/title' }]);
});
