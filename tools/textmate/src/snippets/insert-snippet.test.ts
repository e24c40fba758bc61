import { expect, test } from 'vitest';
import { insertSnippet } from './insert-snippet.ts';
import { parseSnippet } from './parse-snippet.ts';

const inserted = (body: string) => insertSnippet(parseSnippet(body).parts);

test.each([
  ['plain text', 'tide', 'tide'],
  ['tab stops', 'a$1b${2}c$0', 'abc'],
  ['a placeholder, and what mentions it', '${1:low} $1 ${1}', 'low low low'],
  ['a mention before the placeholder', '$1=${1:low}', 'low=low'],
  ['a placeholder in another', '${1:a ${2:b}} $2', 'a b b'],
  ['a choice', '${1|one,two\\,three|}', 'one'],
  ['a variable', '$TM_FILENAME ${TM_LINE_NUMBER:7}', '‹TM_FILENAME› 7'],
  ['escapes', '\\$1 \\} \\\\', '$1 } \\'],
  ['a transform', '${1:tide table} ${1/(\\w+) (\\w+)/${2:/upcase}-$1/}', 'tide table TABLE-tide'],
  ['a transform of each match', '${1:a b} ${1/(\\w)/<$1>/g}', 'a b <a> <b>'],
  [
    'what stands for a group that is missing',
    '${1:a} ${1/(b)?(a)/${1:-no}${2:+yes}${1:?x:y}/}',
    'a noyesy',
  ],
  ['a slash in a transform', '${1:a/b} ${1/\\//-/}', 'a/b a-b'],
  ['pascal case', '${1:tide-table} ${1/(.*)/${1:/pascalcase}/}', 'tide-table TideTable'],
  ['what is no placeholder', '${1:low', '${1:low'],
])('insertSnippet() inserts %s', (_what, body, expected) => {
  expect(inserted(body)).toBe(expected);
});

test.each([
  ['${1:low', 0],
  ['a ${1|x,y}', 2],
  ['${1/(/x/}', 0],
  ['${', 0],
  ['echo $HOME', 5],
])('parseSnippet() tells of a fault in %s', (body, offset) => {
  expect(parseSnippet(body).faults.map((fault) => fault.offset)).toEqual([offset]);
});

test.each(['$', 'costs 5$', '$ {x}', '${1:a} $TM_SELECTED_TEXT', '\\${HOME}'])(
  'parseSnippet() tells of no fault in %s',
  (body) => {
    expect(parseSnippet(body).faults).toEqual([]);
  },
);

test('parseSnippet() reads placeholders that stand very deep in each other as text', () => {
  const deep = `${'${1:'.repeat(5_000)}x${'}'.repeat(5_000)}`;
  expect(inserted(deep)).toContain('x');
});
