import { closeSync, openSync, readSync } from 'node:fs';

/**
 * The program that loads another one and its libraries, as the file of that names it in its header (`PT_INTERP` of
 * ELF, 64-bit): an absolute path. Undefined for what is linked statically, for libraries, and for other formats.
 *
 * @throws the system's error where the file can't be read
 */
export function readLoader(file: string): string | undefined {
  const descriptor = openSync(file, 'r');
  try {
    const read = (at: number, length: number) => {
      const bytes = Buffer.alloc(length);
      return bytes.subarray(0, readSync(descriptor, bytes, 0, length, at));
    };
    return findLoader(read);
  } finally {
    closeSync(descriptor);
  }
}

const interpreterType = 3;

function findLoader(read: (at: number, length: number) => Buffer): string | undefined {
  const header = read(0, 64);
  const is64Bit = header.length === 64 && header.readUInt32BE(0) === 0x7f454c46 && header[4] === 2;
  if (!is64Bit) return undefined;
  const isLittle = header[5] === 1;
  const half = (of: Buffer, at: number) => (isLittle ? of.readUInt16LE(at) : of.readUInt16BE(at));
  const word = (of: Buffer, at: number) => (isLittle ? of.readUInt32LE(at) : of.readUInt32BE(at));
  const long = (of: Buffer, at: number) =>
    Number(isLittle ? of.readBigUInt64LE(at) : of.readBigUInt64BE(at));
  const [at, size, count] = [long(header, 32), half(header, 54), half(header, 56)];
  const table = read(at, size * count);
  for (let entry = 0; entry + 56 <= table.length; entry += Math.max(56, size)) {
    if (word(table, entry) !== interpreterType) continue;
    const path = read(long(table, entry + 8), Math.min(4_096, long(table, entry + 32)));
    return path.toString('utf8').replace(/\0.*$/s, '');
  }
  return undefined;
}
