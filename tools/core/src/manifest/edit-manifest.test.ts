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

test('editManifest() keeps a list in its one line, and an empty object in its own', () => {
  const edits = [
    { path: ['tags'], value: ['a', 'b'] },
    { path: ['engines', 'orchestra'], value: '^1.0.0' },
  ];
  expect(editManifest('{\n  "tags": ["x"],\n  "engines": {}\n}', edits)).toBe(
    '{\n  "tags": ["a", "b"],\n  "engines": {\n    "orchestra": "^1.0.0"\n  }\n}',
  );
  expect(editManifest('{"tags":["x"],"engines":{}}', edits)).toBe(
    '{"tags":["a", "b"],"engines":{ "orchestra": "^1.0.0" }}',
  );
  expect(editManifest('{}', edits.slice(1))).toBe('{ "engines": { "orchestra": "^1.0.0" } }');
});

test('editManifest() writes a new list as those beside it are written', () => {
  const edits = [{ path: ['permissions'], value: ['a', 'b'], after: ['tags'] }];
  expect(editManifest('{\n  "tags": ["x"],\n  "y": 1\n}', edits)).toBe(
    '{\n  "tags": ["x"],\n  "permissions": ["a", "b"],\n  "y": 1\n}',
  );
  expect(editManifest('{\n  "tags": []\n}', edits)).toBe(
    '{\n  "tags": [],\n  "permissions": [\n    "a",\n    "b"\n  ]\n}',
  );
});

test('editManifest() edits the last of a key that stands many times, or takes out all', () => {
  const doubles = '"name": "Old", '.repeat(50_000);
  const before = `{ ${doubles}"x": 1, "name": "Tide", "__proto__": {"y": 2} }`;
  expect(editManifest(before, [rename])).toBe(before.replace('Tide', 'tide'));
  const gone = { path: ['name'], value: undefined };
  expect(editManifest(before, [gone])).toBe('{ "x": 1, "__proto__": {"y": 2} }');
  expect(editManifest('{ "x": 1, "name": 1, "name": 2 }', [gone])).toBe('{ "x": 1 }');
  expect(editManifest('{ "name": 1, "name": 2 }', [gone])).toBe('{  }');
});

test('editManifest() leaves a text where the path leads nowhere', () => {
  for (const path of [['x', 'y'], ['list', 9], ['list', 'x', 'y'], ['gone']]) {
    const text = '{ "x": 1, "list": [1] }';
    expect(editManifest(text, [{ path, value: undefined }])).toBe(text);
  }
});
