import { expect, test } from 'vitest';
import { readSourceMap } from './read-source-map.ts';

/** A map whose first place is the first of its source. */
function mapOf(sources: string[], fields: object = {}): string {
  return JSON.stringify({ version: 3, sources, names: [], mappings: 'AAEI', ...fields });
}

function sourceOf(map: string | null, url = 'main.js.map'): unknown {
  const files = new Map(map === null ? [] : [['dist/main.js.map', Buffer.from(map)]]);
  const code = { path: 'dist/main.js', text: `fetch();\n//# sourceMappingURL=${url}\n` };
  return readSourceMap(code, files)({ line: 1, column: 1 });
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
