import { expect, test } from 'vitest';
import { editManifest } from './edit-manifest.ts';

const rename = { path: ['name'], value: 'tide' };

test.each([
  [
    'two spaces',
    '{\n  "name": "Tide",\n  "x": [1,2]\n}\n',
    '{\n  "name": "tide",\n  "x": [1,2]\n}\n',
  ],
  ['tabs', '{\n\t"name": "Tide"\n}', '{\n\t"name": "tide"\n}'],
  ['Windows line breaks', '{\r\n  "name": "Tide"\r\n}\r\n', '{\r\n  "name": "tide"\r\n}\r\n'],
  ['a byte order mark', '\uFEFF{ "name" : "Tide" }', '\uFEFF{ "name" : "tide" }'],
  ['a line', '{"name":"Tide","x":1}', '{"name":"tide","x":1}'],
])('editManifest() keeps a text written with %s', (_with, before, after) => {
  expect(editManifest(before, [rename])).toBe(after);
});

test.each([
  ['\t', '\n'],
  ['    ', '\r\n'],
])('editManifest() adds fields as the others are written', (indent, eol) => {
  const lines = (...fields: string[]) => ['{', ...fields, '}', ''].join(eol);
  const before = lines(`${indent}"name": "tide",`, `${indent}"main": "main.js"`);
  const edits = [
    { path: ['engines', 'orchestra'], value: '^1.0.0' },
    { path: ['version'], value: '1.0.0', after: ['title', 'name'] },
  ];
  expect(editManifest(before, edits)).toBe(
    lines(
      `${indent}"name": "tide",`,
      `${indent}"version": "1.0.0",`,
      `${indent}"main": "main.js",`,
      `${indent}"engines": {`,
      `${indent}${indent}"orchestra": "^1.0.0"`,
      `${indent}}`,
    ),
  );
});

test('editManifest() takes fields out, at whatever place they stand', () => {
  const before = '{\n  "a": 1,\n  "b": {\n    "c": 2\n  },\n  "d": 3\n}\n';
  expect(editManifest(before, [{ path: ['a'], value: undefined }])).toBe(
    '{\n  "b": {\n    "c": 2\n  },\n  "d": 3\n}\n',
  );
  expect(editManifest(before, [{ path: ['d'], value: undefined }])).toBe(
    '{\n  "a": 1,\n  "b": {\n    "c": 2\n  }\n}\n',
  );
  expect(JSON.parse(editManifest(before, [{ path: ['b', 'c'], value: undefined }]))).toEqual({
    a: 1,
    b: {},
    d: 3,
  });
});

test('editManifest() leaves one of a key that stands many times, and quickly', () => {
  const doubles = '"name": "Old", '.repeat(50_000);
  const before = `{ ${doubles}"x": 1, "name": "Tide", "__proto__": {"y": 2} }`;
  expect(editManifest(before, [rename])).toBe('{ "x": 1, "name": "tide", "__proto__": {"y": 2} }');
});
