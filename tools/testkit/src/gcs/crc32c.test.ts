import { expect, test } from 'vitest';
import { crc32c } from './crc32c.ts';

test.each([
  ['', 'AAAAAA=='],
  ['123456789', '4waSgw=='], // e3069283, the check value of CRC-32C
])('crc32c() of %j is %s', (text, sum) => {
  expect(crc32c(Buffer.from(text))).toBe(sum);
});
