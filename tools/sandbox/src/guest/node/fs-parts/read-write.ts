import type { OpenFlags } from '../../../services/services.ts';
import { Buffer } from '../buffer.ts';
import { toFlags } from './flags.ts';
import type { Steps } from './forms.ts';
import { fromBytes, toBytes, toHandle, toOptions, toPath, toText } from './paths.ts';

/** What is written or read by one call. As base64 it fits into a message. Bytes. */
export const partBytes = 4_000_000;

/** `readFile`. A file that is too large for a message is read part by part. */
export function* readFile(from: unknown, options?: unknown): Steps<Buffer | string> {
  const { encoding } = toOptions(options);
  if (typeof from === 'number') return fromBytes(yield* readToEnd(toHandle(from)), encoding);
  const path = toPath(from);
  const about = { syscall: 'open', path: toText(from) };
  try {
    const bytes = (yield { name: 'readFile', args: [path], ...about }) as Uint8Array;
    return fromBytes(bytes, encoding);
  } catch (error) {
    if (Reflect.get(Object(error), 'code') === 'EISDIR') {
      Object.assign(Object(error), {
        message: 'EISDIR: illegal operation on a directory, read',
        syscall: 'read',
      });
    }
    if (Reflect.get(Object(error), 'code') !== 'EFBIG') throw error;
  }
  const handle = (yield* open(from, toFlags('r'))) as number;
  try {
    return fromBytes(yield* readToEnd(handle), encoding);
  } finally {
    yield { name: 'fs:close', args: [handle], syscall: 'close' };
  }
}

/** Opens a file, by the name that stands for no more than it is opened for. */
export function* open(of: unknown, flags: OpenFlags): Steps<unknown> {
  const path = toPath(of);
  const name = flags.write ? (flags.read ? 'fs:open' : 'fs:open.toWrite') : 'fs:open.toRead';
  return yield { name, args: [path, flags], syscall: 'open', path: toText(of) };
}

function* readToEnd(handle: number): Steps<Buffer> {
  const parts: Uint8Array[] = [];
  for (;;) {
    const args = [handle, [partBytes, null]];
    const part = (yield { name: 'fs:read', args, syscall: 'read' }) as Uint8Array;
    if (part.length === 0) return Buffer.concat(parts);
    parts.push(part);
  }
}

/** `writeFile`. */
export function writeFile(to: unknown, data: unknown, options?: unknown): Steps<void> {
  return writeAll('writeFile', to, { data, options, flag: 'w' });
}

/** `appendFile`. */
export function appendFile(to: unknown, data: unknown, options?: unknown): Steps<void> {
  return writeAll('appendFile', to, { data, options, flag: 'a' });
}

function* writeAll(
  name: string,
  to: unknown,
  given: { data: unknown; options: unknown; flag: string },
): Steps<void> {
  const options = toOptions(given.options);
  const bytes = toBytes(given.data, options['encoding'] as string | undefined);
  if (typeof to === 'number') return yield* writeParts(toHandle(to), bytes);
  const path = toPath(to);
  const flags = toFlags(options['flag'] ?? given.flag, options['mode']);
  const args = [path, bytes.subarray(0, partBytes), flags];
  yield { name, args, syscall: 'open', path: toText(to) };
  if (bytes.length <= partBytes) return;
  const handle = (yield* open(to, toFlags('a'))) as number;
  try {
    yield* writeParts(handle, bytes.subarray(partBytes));
  } finally {
    yield { name: 'fs:close', args: [handle], syscall: 'close' };
  }
}

/** Writes all of the bytes where the last write has ended. */
export function* writeParts(handle: number, bytes: Uint8Array): Steps<void> {
  for (let at = 0; at < bytes.length;) {
    const part = bytes.subarray(at, at + partBytes);
    at += (yield { name: 'fs:write', args: [handle, [part, null]], syscall: 'write' }) as number;
  }
}
