import { expect, test } from 'vitest';
import { styleFor } from './style.ts';

test('styleFor() colours a terminal, but not with --no-color', () => {
  const tty = { isTTY: true };
  expect(styleFor(tty, { env: {}, colour: true }).isColorSupported).toBe(true);
  expect(styleFor(tty, { env: { FORCE_COLOR: '1' }, colour: false }).isColorSupported).toBe(false);
  expect(styleFor({}, { env: {}, colour: true }).isColorSupported).toBe(false);
});
