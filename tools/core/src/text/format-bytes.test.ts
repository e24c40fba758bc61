import { expect, test } from 'vitest';
import { formatBytes } from './format-bytes.ts';

test('formatBytes() chooses the unit', () => {
  expect([1023, 1024, 1024 * 1024 * 3].map(formatBytes)).toEqual(['1023 B', '1.0 KiB', '3.0 MiB']);
});
