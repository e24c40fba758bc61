import { RegistryError } from '@orchestra/core';
import { expect, test } from 'vitest';
import { makeStyle } from '../style/style.ts';
import { renderError } from './render-error.ts';

const style = makeStyle(false);

test('renderError() tells message, code and hint', () => {
  const error = new RegistryError('not-installed', "'x' is not installed", { hint: 'Look.' });
  expect(renderError(error, style)).toBe("error 'x' is not installed not-installed\nhint: Look.\n");
});

test('renderError() calls an unexpected error a bug', () => {
  expect(renderError(new TypeError('boom'), style)).toMatch(/^bug TypeError: boom/);
});

test('renderError() lets nothing steer the terminal, also where it is a bug', () => {
  const hostile = '\u001B[2J\u202Ehidden\u009B1A';
  const errors = [new TypeError(hostile), new RegistryError('usage', hostile, { hint: hostile })];
  for (const error of [...errors, hostile]) {
    expect(renderError(error, style)).toContain('[2Jhidden1A');
    expect(renderError(error, style)).not.toMatch(/[^\P{Cc}\n]|\u202E/u);
  }
});
