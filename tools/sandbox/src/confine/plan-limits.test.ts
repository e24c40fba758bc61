import { expect, test } from 'vitest';
import { countsByNamespace } from './plan-limits.ts';

test('countsByNamespace() is true from Linux 5.14 on', () => {
  expect(['4.18.0-513', '5.13.19', '5.14.0-70', '6.1.0'].map(countsByNamespace)).toEqual([
    false,
    false,
    true,
    true,
  ]);
});
