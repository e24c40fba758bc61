import { expect, test } from 'vitest';
import { parseCode } from './parse-code.ts';

function phaseOf(text: string): string | undefined {
  const { tree, nodes } = parseCode('main.js', text);
  const [first] = tree.body;
  return first?.type === 'ImportDeclaration' ? first.phase : nodes.imports[0]?.phase;
}

test.each([
  ["import source m from './m.wasm'", 'source'],
  ["import.source('./m.wasm')", 'source'],
  ["import defer * as m from './m.js'", 'defer'],
  ["import.defer('./m.js')", 'defer'],
  ["import source from './m.js'", undefined],
  ["import('./m.js')", undefined],
])('parseCode() of %s knows its phase', (text, phase) => {
  expect(phaseOf(text)).toBe(phase);
});

test.each([
  ['main.js', '@tide class A {}', 'decorators, which Node does not run', 1],
  ['main.js', 'const x: number = 1;', 'Unexpected token', 1],
  ['main.js', 'f();\n x <!-- y', 'a comment as in HTML, which is none in a module', 2],
  ['main.js', "import defer { a } from 'b'", "'import defer' can only be used", 1],
])('parseCode() of %s with %s says why it can not be read', (path, text, message, line) => {
  expect(() => parseCode(path, text)).toThrow(
    expect.objectContaining({ line, message: expect.stringContaining(message) }),
  );
});

test('parseCode() reads a comment as in HTML as the ending of the file says', () => {
  const text = 'x <!-- y()';
  expect(parseCode('main.cjs', text).nodes.calls).toHaveLength(0);
  expect(parseCode('main.mjs', 'x <!-- y.z || y()').nodes.calls).toHaveLength(1);
});
