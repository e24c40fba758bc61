import { expect, test } from 'vitest';
import { parseManifest } from './parse-manifest.ts';
import { type ReplacedValues, replaceValues, replaceValuesInText } from './replace-values.ts';

const manifests: [string, object][] = [
  ['a native manifest', { name: 'tide', version: '1.0.0', main: './src/main.ts' }],
  ['one without a version', { name: 'tide', main: 'src/main.ts' }],
  ['one with a version that is none', { name: 'tide', version: 1, main: 'src/main.ts' }],
  [
    'one of VS Code',
    {
      name: 'tide',
      version: '1.0.0',
      engines: { vscode: '*' },
      main: 'src/a.ts',
      browser: 'src/b.ts',
    },
  ],
  ['one of Raycast', { name: 'tide', commands: [{ name: 'show', mode: 'view' }] }],
];
const values: [string, ReplacedValues][] = [
  ['nothing', {}],
  ['the version', { version: '2.0.0' }],
  [
    'the version and the entries that were built',
    { version: '2.0.0', entries: new Map([['/main', 'dist/main.js']]) },
  ],
];

test.each(
  manifests.flatMap(([what, manifest]) => values.map((row) => [what, manifest, ...row] as const)),
)(
  'replaceValues() makes of %s what parsing it anew with %3$s would',
  (_what, manifest, _which, replaced) => {
    const has = (pointer: string) => pointer.slice(1) in manifest;
    const entries = new Map([...(replaced.entries ?? [])].filter(([pointer]) => has(pointer)));
    const own = { ...replaced, entries };
    const text = `${JSON.stringify(manifest, null, 2)}\n`;
    const anew = parseManifest(replaceValuesInText(text, own));
    expect(replaceValues(parseManifest(text), own)).toEqual(anew);
  },
);

test('replaceValues() leaves the problems of a text that is no manifest', () => {
  const parsed = parseManifest('[1');
  expect(replaceValues(parsed, { version: '2.0.0' })).toEqual(parsed);
});
