import { analyzeCode } from '@orchestra/code-analysis/analyze-code';
import { expect, test } from 'vitest';
import { fixManifest } from './fix-manifest.ts';

const good = { name: 'tide', version: '1.0.0', engines: { orchestra: '^1.0.0' }, main: 'main.js' };

/** The fields that were changed, of a manifest and its code. */
function fix(fields: object, code: string | null = ''): Record<string, unknown> {
  const analysis =
    code === null
      ? null
      : analyzeCode({ files: new Map([['main.js', Buffer.from(code)]]), entries: ['main.js'] });
  const { text, changes } = fixManifest(
    JSON.stringify({ ...good, permissions: [], ...fields }),
    analysis,
  );
  expect(fixManifest(text, analysis).changes).toEqual([]);
  const mended = JSON.parse(text);
  return Object.fromEntries(changes.map(({ path }) => [path, mended[path.split('/')[1] ?? '']]));
}

test.each([
  ['a version with a v', { version: 'v1.2.0' }, '', { '/version': '1.2.0' }],
  [
    'a permission with a typo',
    { permissions: ['netwrk'] },
    "fetch('a')",
    { '/permissions': ['network'] },
  ],
  [
    'a permission twice',
    { permissions: ['network', 'network'] },
    "fetch('a')",
    { '/permissions': ['network'] },
  ],
  ['one that is missing', {}, "fetch('a')", { '/permissions': ['network'] }],
  ['one that is not used', { permissions: ['git'] }, '', { '/permissions': [] }],
  ['a category with a typo', { categories: ['theems'] }, '', { '/categories': ['themes'] }],
  ['a category of VS Code', { categories: ['Linters'] }, '', { '/categories': ['formatters'] }],
  ['no category without a counterpart', { categories: ['Linters', 'Boats'] }, '', {}],
  ['no list with a permission that nobody knows', { permissions: ['wings'] }, "fetch('a')", {}],
  [
    'engines that are missing',
    { engines: {} },
    '',
    { '/engines/orchestra': { orchestra: '^1.0.0' } },
  ],
  ['an email', { author: 'Tide <tide@tide.io>' }, '', { '/author': 'Tide' }],
  ['nothing', { permissions: ['network'] }, "fetch('a')", {}],
  ['nothing that may be used', { permissions: ['git'] }, 'eval(code)', {}],
  ['no permission of unknown code', { permissions: ['git'] }, null, {}],
])('fixManifest() mends %s', (_what, fields, code, mended) => {
  expect(fix(fields, code)).toMatchObject(mended);
  expect(Object.keys(fix(fields, code))).toEqual(Object.keys(mended));
});

test('fixManifest() never declares what is dangerous', () => {
  expect(fix({}, "require('child_process').exec('ls')")).toEqual({});
});
