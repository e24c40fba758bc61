import { expect, test } from 'vitest';
import { usesColour } from './style.ts';

const tty = { isTTY: true };

test('usesColour() follows NO_COLOR, FORCE_COLOR and the terminal, in this order', () => {
  expect(usesColour(tty, {})).toBe(true);
  expect(usesColour({}, {})).toBe(false);
  expect(usesColour(tty, { NO_COLOR: '1', FORCE_COLOR: '1' })).toBe(false);
  expect(usesColour({}, { FORCE_COLOR: '1' })).toBe(true);
  expect(usesColour(tty, { FORCE_COLOR: '0' })).toBe(false);
  expect(usesColour(tty, { TERM: 'dumb' })).toBe(false);
});

test('usesColour() gives a pipe none in CI', () => {
  expect(usesColour({}, { CI: 'true', TERM: 'xterm-256color' })).toBe(false);
});
