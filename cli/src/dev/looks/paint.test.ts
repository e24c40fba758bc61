import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { colourDepth } from './colour-depth.ts';
import { paintSheet } from './paint.ts';

const token = { text: 'tide', scopes: [], foreground: '#ff000080', styles: ['bold' as const] };
const sheet = { foreground: '#ffffff', background: '#000000', lines: [[token]] };

test('paintSheet() paints in the colours of a theme, mixed with its background', () => {
  const painted = paintSheet(sheet, { depth: 'rgb', columns: 40 });
  expect(painted).toContain('\u001B[48;2;0;0;0m\u001B[38;2;128;0;0m\u001B[1mtide\u001B[0m');
});

test('paintSheet() takes the nearest of 256 colours', () => {
  const grey = { ...token, foreground: '#808080', styles: [] };
  const painted = paintSheet({ ...sheet, lines: [[token, grey]] }, { depth: '256', columns: 40 });
  expect(painted).toContain('\u001B[38;5;88m\u001B[1mtide');
  expect(painted).toContain('\u001B[38;5;244mtide');
});

test('paintSheet() cuts what is wider than the terminal, and takes out what steers it', () => {
  const long = { ...token, text: `\u001B[2J\t${'x'.repeat(500)}`, styles: [] };
  const painted = paintSheet({ ...sheet, lines: [[long]] }, { depth: 'rgb', columns: 20 });
  expect(painted).not.toContain('\u001B[2J');
  expect(stripVTControlCharacters(painted)).toHaveLength(20);
});

test.each([
  ['rgb', true, { COLORTERM: 'truecolor' }],
  ['256', true, { TERM: 'xterm' }],
  ['none', false, { COLORTERM: 'truecolor' }],
  ['none', true, { COLORTERM: 'truecolor', NO_COLOR: '1' }],
  ['rgb', false, { FORCE_COLOR: '3' }],
  ['256', true, { FORCE_COLOR: '2', COLORTERM: 'truecolor' }],
] as const)('colourDepth() is %s for a terminal %s with %o', (depth, isTTY, env) => {
  expect(colourDepth({ isTTY }, { env, colour: true })).toBe(depth);
});
