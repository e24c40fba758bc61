import { expect, test } from 'vitest';
import { guessCategories } from './guess-categories.ts';
import { parseManifest } from './parse-manifest.ts';

test.each<[string, Record<string, unknown>, string[]]>([
  ['its contributions', { contributes: { themes: [], debuggers: [] } }, ['themes', 'debugging']],
  ['a keyword that is a category', { keywords: ['Git'] }, ['git']],
  ['a keyword that means one', { keywords: ['sqlite', 'docker'] }, ['data', 'deployment']],
  ['a category of VS Code among the keywords', { keywords: ['Linters'] }, ['formatters']],
  ['words that mean none', { keywords: ['tide', 'constructor', 'other'] }, []],
  ['nothing', {}, []],
])('guessCategories() of %s', (_what, fields, expected) => {
  const { manifest } = parseManifest(JSON.stringify({ name: 'tide-table', ...fields }));
  expect(manifest === null ? null : guessCategories(manifest)).toEqual(expected);
});
