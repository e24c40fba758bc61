import { expect, test } from 'vitest';
import { findJsonEmails } from './find-json-emails.ts';

test.each([
  ['{"a":"jane@tide.io"}', [{ line: 1, column: 6 }]],
  ['{\n  "a": "jane@tide.io",\n  "a": 1\n}', [{ line: 2, column: 8 }]],
  ['{"jane@tide.io": 1}', [{ line: 1, column: 2 }]],
  ['{"a":"jane\\u0040tide.io"}', [{ line: 1, column: 6 }]],
  ['{"a":"git+ssh:\\/\\/git@github.com\\/a\\/b"}', []],
  ['{"a":1,"b":[null,true]}', []],
])('findJsonEmails() finds in %s %j', (text, found) => {
  expect(findJsonEmails(text)).toEqual(found);
});
