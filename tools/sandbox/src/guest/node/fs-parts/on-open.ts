import type { FileFacts } from '../../../services/services.ts';
import { Buffer } from '../buffer.ts';
import { nodeError, wrongType } from '../node-error.ts';
import { toFlags } from './flags.ts';
import type { Steps } from './forms.ts';
import { toBytes, toHandle, toMode, toOptions, toTime } from './paths.ts';
import { open as openPath, partBytes } from './read-write.ts';
import { BigIntStats, Stats } from './stats.ts';

/** `open`: gives a number. */
export function* open(of: unknown, flags?: unknown, mode?: unknown): Steps<number> {
  return (yield* openPath(of, toFlags(flags ?? 'r', mode ?? 0o666))) as number;
}

/** `close`. */
export function* close(handle: unknown): Steps<void> {
  yield { name: 'close', args: [toHandle(handle)], syscall: 'close' };
}

/** What `read` fills, by its arguments or by options in their place. */
function toTarget(args: unknown[]): {
  buffer: Uint8Array;
  length: number;
  position: number | null;
} {
  const [first, ...others] = args;
  const isView = ArrayBuffer.isView(first);
  const options = isView
    ? toOptions(typeof others[0] === 'object' ? others[0] : {})
    : toOptions(first);
  const buffer = isView ? first : (options['buffer'] ?? Buffer.alloc(16_384));
  if (!ArrayBuffer.isView(buffer)) {
    throw wrongType('buffer', 'an instance of Buffer, TypedArray, or DataView', buffer);
  }
  const isListed = isView && typeof others[0] !== 'object';
  const [offset, length, position] = isListed
    ? others
    : [options['offset'], options['length'], options['position']];
  const from = Number(offset ?? 0);
  const count = Number(length ?? buffer.byteLength - from);
  if (!(from >= 0 && count >= 0 && from + count <= buffer.byteLength)) {
    const message = `The value of "length" is out of range. It must be >= 0 && <= ${buffer.byteLength - from}. Received ${count}`;
    throw nodeError(RangeError, 'ERR_OUT_OF_RANGE', message);
  }
  const isPlaced = (typeof position === 'number' || typeof position === 'bigint') && position >= 0;
  return {
    buffer: new Uint8Array(buffer.buffer, buffer.byteOffset + from, count),
    length: count,
    position: isPlaced ? Number(position) : null,
  };
}

/** `read`: gives how many bytes it has filled. */
export function* read(handle: unknown, ...args: unknown[]): Steps<number> {
  const number = toHandle(handle);
  const { buffer, length, position } = toTarget(args);
  if (length === 0) return 0;
  const wire = [number, [Math.min(length, partBytes), position]];
  const bytes = (yield { name: 'read', args: wire, syscall: 'read' }) as Uint8Array;
  buffer.set(bytes);
  return bytes.length;
}

/** `write` of bytes, or of a text: gives how many bytes it has written. */
export function* write(handle: unknown, data: unknown, ...args: unknown[]): Steps<number> {
  const number = toHandle(handle);
  const { bytes, position } = typeof data === 'string' ? ofText(data, args) : ofBytes(data, args);
  const wire = [number, [bytes.subarray(0, partBytes), position]];
  return (yield { name: 'write', args: wire, syscall: 'write' }) as number;
}

function ofText(data: string, [position, encoding]: unknown[]) {
  const bytes = toBytes(data, typeof encoding === 'string' ? encoding : undefined);
  return { bytes, position: toPosition(position) };
}

function ofBytes(data: unknown, args: unknown[]) {
  const bytes = toBytes(data);
  const { offset, length, position } =
    typeof args[0] === 'object' && args[0] !== null
      ? toOptions(args[0])
      : { offset: args[0], length: args[1], position: args[2] };
  const from = Number(offset ?? 0);
  const part = bytes.subarray(from, from + Number(length ?? bytes.length - from));
  return { bytes: part, position: toPosition(position) };
}

function toPosition(given: unknown): number | null {
  return typeof given === 'number' && given >= 0 ? given : null;
}

/** `fstat`. */
export function* fstat(handle: unknown, options?: unknown): Steps<Stats | BigIntStats> {
  const args = [toHandle(handle), []];
  const facts = (yield { name: 'fstat', args, syscall: 'fstat' }) as FileFacts;
  return toOptions(options)['bigint'] === true ? new BigIntStats(facts) : new Stats(facts);
}

/** `ftruncate`. */
export function* ftruncate(handle: unknown, length?: unknown): Steps<void> {
  const to = Math.max(0, Math.trunc(Number(length ?? 0)));
  yield { name: 'ftruncate', args: [toHandle(handle), [to]], syscall: 'ftruncate' };
}

/** `fchmod`. */
export function* fchmod(handle: unknown, mode: unknown): Steps<void> {
  yield { name: 'fchmod', args: [toHandle(handle), [toMode(mode) ?? 0]], syscall: 'fchmod' };
}

/** `futimes`. */
export function* futimes(handle: unknown, accessed: unknown, modified: unknown): Steps<void> {
  const times = { accessedMs: toTime(accessed, 'atime'), modifiedMs: toTime(modified, 'mtime') };
  yield { name: 'futimes', args: [toHandle(handle), [times]], syscall: 'futime' };
}

/** `fsync`. */
export function* fsync(handle: unknown): Steps<void> {
  yield { name: 'fsync', args: [toHandle(handle), []], syscall: 'fsync' };
}

/** `fdatasync`. */
export function* fdatasync(handle: unknown): Steps<void> {
  yield { name: 'fdatasync', args: [toHandle(handle), []], syscall: 'fdatasync' };
}

/** `readv`: gives how many bytes it has filled. */
export function* readv(
  handle: unknown,
  buffers: readonly Uint8Array[],
  position?: unknown,
): Steps<number> {
  let count = 0;
  for (const buffer of buffers) {
    const at = typeof position === 'number' ? position + count : null;
    const filled = yield* read(handle, buffer, 0, buffer.byteLength, at);
    count += filled;
    if (filled < buffer.byteLength) break;
  }
  return count;
}

/** `writev`: gives how many bytes it has written. */
export function* writev(
  handle: unknown,
  buffers: readonly Uint8Array[],
  position?: unknown,
): Steps<number> {
  let count = 0;
  for (const buffer of buffers) {
    const at = typeof position === 'number' ? position + count : null;
    count += yield* write(handle, buffer, 0, buffer.byteLength, at);
  }
  return count;
}
