import { expect, test } from 'vitest';
import { parseCode } from '../syntax/parse-code.ts';
import { readSourceMap } from './read-source-map.ts';

/** A map whose first place is the first of its source. */
function mapOf(sources: string[], fields: object = {}): string {
  return JSON.stringify({ version: 3, sources, names: [], mappings: 'AAEI', ...fields });
}

/** Finds the source of a place in `dist/main.js`, of which `fetch` is told. */
function find(of: {
  comment: string;
  files: ReadonlyMap<string, Uint8Array>;
  code?: string;
  at?: { line: number; column: number };
  told?: string;
}): unknown {
  const { comment, files, code = 'fetch();', at = { line: 1, column: 1 }, told = 'fetch' } = of;
  const parsed = parseCode('dist/main.js', `${code}\n${comment}\n`);
  return readSourceMap(parsed, files)({ ...at, told });
}

function sourceOf(map: string | null, url = 'main.js.map'): unknown {
  const files = new Map(map === null ? [] : [['dist/main.js.map', Buffer.from(map)]]);
  return find({ comment: `//# sourceMappingURL=${url}`, files });
}

test('readSourceMap() finds the place in the file of the author', () => {
  expect(sourceOf(mapOf(['../src/main.ts']))).toEqual({ file: 'src/main.ts', line: 3, column: 5 });
  expect(sourceOf(mapOf(['webpack://tides/./src/main.ts']))).toMatchObject({ file: 'src/main.ts' });
});

test('readSourceMap() finds the place by a map inside of the code', () => {
  const base64 = Buffer.from(mapOf(['../src/main.ts'])).toString('base64');
  expect(sourceOf(null, `data:application/json;base64,${base64}`)).toMatchObject({ line: 3 });
});

test.each([
  ['leaves the package', mapOf(['../../../etc/passwd'])],
  ['is absolute', mapOf(['/etc/passwd'])],
  ['is a URL', mapOf(['https://tides.example/main.ts'])],
  ['steers a terminal', mapOf(['../src/\u001b[2Jmain.ts'])],
  ['is no name', mapOf(['../'])],
  ['is not JSON', '{'],
  ['has no such source', mapOf(['../src/main.ts'], { mappings: 'AgggggEAA' })],
  ['goes below its first source', mapOf(['../src/main.ts'], { mappings: 'ADAA' })],
  ['has a source without a name', mapOf([], { sources: [null] })],
  ['is of another version', mapOf(['../src/main.ts'], { version: 'x', mappings: 4 })],
  ['leads to nothing', null],
])('readSourceMap() finds nothing by a map that %s', (_what, map) => {
  expect(sourceOf(map)).toBeUndefined();
});

test.each(['../../main.js.map', '/dist/main.js.map', 'file:///etc/passwd', 'main.js'])(
  'readSourceMap() follows no address such as %s',
  (url) => expect(sourceOf(mapOf(['../src/main.ts']), url)).toBeUndefined(),
);

const plain = mapOf(['../src/main.ts']);
const base64 = Buffer.from(plain).toString('base64');

test.each([
  `//# sourceMappingURL=data:application/json,${encodeURIComponent(plain)}`,
  `//# sourceMappingURL=data:application/json;charset=utf-8;base64,${base64}`,
  `//# sourceMappingURL=data:application/json;base64,${encodeURIComponent(base64)}`,
  `/*# sourceMappingURL=data:application/json;base64,${base64} */`,
  `//@ sourceMappingURL=data:application/json;base64,${base64}\n// the end`,
  '/*# sourceMappingURL=main.js.map */',
  '//# sourceMappingURL=%6dain.js.map?v=1',
])('readSourceMap() finds the map by the comment %s', (comment) => {
  const files = new Map([['dist/main.js.map', Buffer.from(plain)]]);
  expect(find({ comment, files })).toMatchObject({ file: 'src/main.ts', line: 3 });
});

test.each([
  '//# sourceMappingURL=main.js.map\nfetch();',
  '"//# sourceMappingURL=main.js.map";',
  '// sourceMappingURL=main.js.map',
])('readSourceMap() takes nothing but the last comment for one of a map: %s', (comment) => {
  const files = new Map([['dist/main.js.map', Buffer.from(plain)]]);
  expect(find({ comment, files })).toBeUndefined();
});

test('readSourceMap() reads sections, also of sections, and their root', () => {
  const part = (source: string, fields = {}) => JSON.parse(mapOf([source], fields));
  const inner = {
    version: 3,
    sections: [
      { offset: { line: 0, column: 0 }, map: part('../src/b.ts', { mappings: 'AAEI,GAAC' }) },
      { offset: { line: 1, column: 4 }, map: part('c.ts', { sourceRoot: '../src/' }) },
    ],
  };
  const map = {
    version: 3,
    sections: [
      { offset: { line: 0, column: 0 }, map: part('../src/a.ts') },
      { offset: { line: 1, column: 2 }, map: inner },
    ],
  };
  const files = new Map([['dist/main.js.map', Buffer.from(JSON.stringify(map))]]);
  const code = 'fetch();\n  fetch();\n    fetch();';
  const comment = '//# sourceMappingURL=main.js.map';
  const at = (line: number, column: number) => find({ comment, files, code, at: { line, column } });
  expect(at(1, 1)).toEqual({ file: 'src/a.ts', line: 3, column: 5 });
  expect(at(2, 3)).toEqual({ file: 'src/b.ts', line: 3, column: 5 });
  expect(at(2, 5)).toEqual({ file: 'src/b.ts', line: 3, column: 5 });
  expect(at(3, 5)).toEqual({ file: 'src/c.ts', line: 3, column: 5 });
});

test.each([
  ['no list', { sections: {} }],
  ['no maps', { sections: [{ offset: { line: 0, column: 0 } }] }],
  ['no offsets', { sections: [{ map: JSON.parse(plain) }, null] }],
  ['offsets without end', { sections: [{ offset: { line: 4e9, column: 0 }, map: {} }] }],
  ['offsets that are no numbers', { sections: [{ offset: { line: 'a' }, map: {} }] }],
])('readSourceMap() finds nothing by sections with %s', (_what, fields) => {
  const files = new Map([
    ['dist/main.js.map', Buffer.from(JSON.stringify({ version: 3, ...fields }))],
  ]);
  expect(find({ comment: '//# sourceMappingURL=main.js.map', files })).toBeUndefined();
});

/** The place in a source of three lines, of which the map has the text. */
function checked(third: string, of: { told: string; code?: string; inPackage?: string }): unknown {
  const map = mapOf(['../src/main.ts'], { sourcesContent: [`\n\n${third}\n`] });
  const files = new Map([['dist/main.js.map', Buffer.from(map)]]);
  if (of.inPackage !== undefined) files.set('src/main.ts', Buffer.from(of.inPackage));
  return find({ comment: '//# sourceMappingURL=main.js.map', files, ...of });
}

test.each([
  ['    fetch(address)', { told: 'fetch' }],
  ['    rmSync(place)', { told: 'fs.rmSync' }],
  ['    remove(place)', { told: 'fs.rmSync', code: 'remove();' }],
])('readSourceMap() takes a line that has what is told of it: %s', (line, of) => {
  expect(checked(line, of)).toMatchObject({ line: 3 });
});

test.each([
  ['debugIt(namespace)', { told: 'https', code: 'require("https")' }],
  ['    await import(x)', { told: 'fs.rmSync', code: 'import("fs")' }],
  ['a()', { told: 'a.b' }],
  ['    fetch()', { told: 'fetch', inPackage: 'fetch();' }],
  ['    fetch()', { told: 'fetch', inPackage: '\n\n    other()' }],
])('readSourceMap() refuses a line or column without it: %s', (line, of) => {
  expect(checked(line, of)).toBeUndefined();
});

test('readSourceMap() takes no place of another statement, where the source is not there', () => {
  const files = new Map([['dist/main.js.map', Buffer.from(plain)]]);
  const comment = '//# sourceMappingURL=main.js.map';
  const code = 'x = y + fetch();fetch();';
  expect(find({ comment, files, code, at: { line: 1, column: 9 } })).toMatchObject({ line: 3 });
  expect(find({ comment, files, code, at: { line: 1, column: 17 } })).toBeUndefined();
});
