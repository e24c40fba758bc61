import { makeFolder } from '@orchestra/testkit';
import { statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readLoader } from './read-loader.ts';

test.runIf(process.platform === 'linux')('readLoader() finds what loads Node', () => {
  const loader = readLoader(process.execPath) ?? '';
  expect(loader).toMatch(/^\/.*ld[-.\w]*$/);
  expect(statSync(loader).isFile()).toBe(true);
});

/** The header of a file for 64 bits, with a segment of a type and what it holds. */
function makeHeader({ type = 3, isLittle = true, bits = 64, holds = '/lib/ld.so\0' } = {}): Buffer {
  const file = Buffer.alloc(64 + 2 * 56);
  file.write('\u007fELF', 'latin1');
  file[4] = bits / 32;
  file[5] = isLittle ? 1 : 2;
  const half = (value: number, at: number) =>
    isLittle ? file.writeUInt16LE(value, at) : file.writeUInt16BE(value, at);
  const word = (value: number, at: number) =>
    isLittle ? file.writeUInt32LE(value, at) : file.writeUInt32BE(value, at);
  const long = (value: number, at: number) =>
    isLittle ? file.writeBigUInt64LE(BigInt(value), at) : file.writeBigUInt64BE(BigInt(value), at);
  long(64, 32);
  half(56, 54);
  half(2, 56);
  word(1, 64);
  word(type, 64 + 56);
  long(file.length, 64 + 56 + 8);
  long(holds.length, 64 + 56 + 32);
  return Buffer.concat([file, Buffer.from(holds)]);
}

test.each([
  ['a program', makeHeader(), '/lib/ld.so'],
  ['one of big-endian machines', makeHeader({ isLittle: false }), '/lib/ld.so'],
  ['a library', makeHeader({ type: 2 }), undefined],
  ['one for 32 bits', makeHeader({ bits: 32 }), undefined],
  ['a program that was cut short', makeHeader().subarray(0, 70), undefined],
  ['a script', Buffer.from('#!/bin/sh\n'), undefined],
  ['an empty file', Buffer.alloc(0), undefined],
])('readLoader() of %s', async (_, bytes, expected) => {
  await using folder = await makeFolder({ file: bytes });
  expect(readLoader(folder.join('file'))).toBe(expected);
});
