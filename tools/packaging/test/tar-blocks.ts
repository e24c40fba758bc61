import { gzipSync } from 'node:zlib';

/** One entry of a tar as no program would write it. Source: POSIX.1-2017, ustar interchange format. */
export interface RawEntry {
  /** Up to 100 bytes. */
  path: string;
  /** `0` file, `1` hard link, `2` symbolic link, `3` and `4` devices, `5` folder, `6` pipe, `x` pax, `L` GNU long name. */
  type?: string;
  body?: string | Buffer;
  linkpath?: string;
  /** In octal; 644 by default. */
  mode?: string;
  /** The field as it is written, instead of the size of the body. */
  size?: string;
  /** The field as it is written, instead of the right one. */
  checksum?: string;
}

/** The blocks of one entry: a header, and its body with padding. */
export function tarEntry(entry: RawEntry): Buffer {
  const body = Buffer.from(entry.body ?? '');
  const header = Buffer.alloc(512);
  header.write(entry.path, 0, 100);
  header.write(`${(entry.mode ?? '644').padStart(7, '0')}\0`, 100);
  header.write('0000000\0', 108);
  header.write('0000000\0', 116);
  header.write(entry.size ?? `${body.length.toString(8).padStart(11, '0')}\0`, 124, 12, 'latin1');
  header.write('00000000000\0', 136);
  header.write('        ', 148);
  header.write(entry.type ?? '0', 156, 1);
  header.write(entry.linkpath ?? '', 157, 100);
  header.write('ustar\u000000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(entry.checksum ?? `${sum.toString(8).padStart(6, '0')}\0 `, 148, 8, 'latin1');
  return Buffer.concat([header, body, Buffer.alloc((512 - (body.length % 512)) % 512)]);
}

/** The two empty blocks at the end of a tar. */
export const tarEnd = Buffer.alloc(1024);

/** A whole tar of entries. */
export function tar(...entries: RawEntry[]): Buffer {
  return Buffer.concat([...entries.map(tarEntry), tarEnd]);
}

/** A whole package of entries. */
export function tarGz(...entries: RawEntry[]): Buffer {
  return gzipSync(tar(...entries));
}

/** A record of a pax header with its right length. */
export function paxRecord(key: string, value: string): string {
  const rest = ` ${key}=${value}\n`;
  const bytes = Buffer.byteLength(rest);
  const length = bytes + String(bytes + String(bytes).length).length;
  return `${length}${rest}`;
}
