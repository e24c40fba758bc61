import { expect, test } from 'vitest';
import { inTime } from './in-time.ts';

test('inTime() ends what never ends', () => {
  expect(inTime(() => 'a'.repeat(2), 1000)).toBe('aa');
  expect(() => inTime(() => /^(?:a+)+$/.test(`${'a'.repeat(60)}b`), 50)).toThrow(
    expect.objectContaining({ code: 'ERR_SCRIPT_EXECUTION_TIMEOUT' }),
  );
});
