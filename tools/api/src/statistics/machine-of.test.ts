import { expect, test } from 'vitest';
import { machineOf } from './machine-of.ts';

test.each([
  ['the same IPv4 address through IPv6', '203.0.113.7', '::ffff:203.0.113.7'],
  ['the same in hexadecimal', '203.0.113.7', '::FFFF:cb00:7107'],
  ['two addresses of a network', '2001:db8:1:2::1', '2001:DB8:1:2:ffff:ffff:ffff:ffff'],
  ['the same address with a zone', 'fe80::1', 'fe80::1%eth0'],
  ['what is no address', 'unix:', ''],
])('machineOf() takes %s for one machine', (_what, one, other) => {
  expect(machineOf(one)).toBe(machineOf(other));
});

test.each([
  ['two IPv4 addresses', '203.0.113.7', '203.0.113.8'],
  ['two networks', '2001:db8:1:2::1', '2001:db8:1:3::1'],
  ['an IPv4 address and a network', '0.0.0.1', '::1'],
])('machineOf() takes %s for two', (_what, one, other) => {
  expect(machineOf(one)).not.toBe(machineOf(other));
});
