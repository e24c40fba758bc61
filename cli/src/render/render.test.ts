import { RegistryError } from '@orchestra/core';
import { expect, test } from 'vitest';
import { formatBytes } from './format.ts';
import { plain, plainLines } from './plain.ts';
import { errorJson, renderError } from './render-error.ts';
import { renderPermissions } from './render-permissions.ts';
import { makeStyle, styleFor } from './style.ts';
import { renderTable } from './table.ts';

const style = makeStyle(false);

test('plain() takes out escape sequences, line breaks and characters that reorder text', () => {
  expect(plain('a\u001B[31mb\u202Ec\nd\u0007\u200Be')).toBe('a[31mbc de');
});

test('plainLines() keeps lines and takes out carriage returns', () => {
  expect(plainLines('one\r\ntwo\rthree\u001B]0;x\u0007')).toBe('one\ntwothree]0;x');
});

test('renderTable() lines up wide characters and coloured cells', () => {
  const colour = makeStyle(true);
  const table = renderTable([
    ['日本', colour.red('x'), 'end'],
    ['a', 'yyy', 'end'],
  ]);
  expect(table.split('\n')).toEqual([`日本  ${colour.red('x')}    end`, 'a     yyy  end']);
});

test('formatBytes() chooses the unit', () => {
  expect([1023, 1024, 1024 * 1024 * 3].map(formatBytes)).toEqual(['1023 B', '1.0 KiB', '3.0 MiB']);
});

test('renderPermissions() marks the dangerous one and says where none is needed', () => {
  expect(renderPermissions(['network', 'system.exec'], style)).toMatch(
    /Run any program \(dangerous\)/,
  );
  expect(renderPermissions([], style)).toBe('  needs no permissions');
});

test('styleFor() colours a terminal, but not with --no-color', () => {
  const tty = { isTTY: true };
  expect(styleFor(tty, { env: {}, colour: true }).isColorSupported).toBe(true);
  expect(styleFor(tty, { env: { FORCE_COLOR: '1' }, colour: false }).isColorSupported).toBe(false);
  expect(styleFor({}, { env: {}, colour: true }).isColorSupported).toBe(false);
});

test('renderError() tells message, code and hint', () => {
  const error = new RegistryError('not-installed', "'x' is not installed", { hint: 'Look.' });
  expect(renderError(error, style)).toBe("error 'x' is not installed not-installed\nhint: Look.\n");
});

test('renderError() calls an unexpected error a bug', () => {
  expect(renderError(new TypeError('boom'), style)).toMatch(/^bug TypeError: boom/);
});

test('errorJson() has the shape that machines read', () => {
  const error = new RegistryError('not-installed', 'x', { hint: 'y' });
  expect(errorJson(error)).toEqual({ error: { code: 'not-installed', message: 'x', hint: 'y' } });
});
