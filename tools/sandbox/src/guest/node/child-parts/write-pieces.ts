import { Writable } from '../stream.ts';

/** Bytes of a message to the host; what is written is cut, and what waits is put together. */
const pieceBytes = 512 * 1024;

/** A stream whose bytes are handed on in pieces, one after the other, each as soon as the one before was taken. */
export function makeWriter(to: {
  write(bytes: Uint8Array): Promise<unknown>;
  end(): Promise<unknown>;
}): Writable {
  const writeAll = async (chunks: readonly Uint8Array[]): Promise<void> => {
    const bytes = chunks.length === 1 ? chunks[0] : joined(chunks);
    for (let at = 0; at < (bytes?.length ?? 0); at += pieceBytes) {
      await to.write(new Uint8Array(bytes?.subarray(at, at + pieceBytes) ?? []));
    }
  };
  return new Writable({
    decodeStrings: true,
    write: (chunk: Uint8Array, _encoding, done) => void writeAll([chunk]).then(() => done(), done),
    writev: (chunks: { chunk: Uint8Array }[], done) =>
      void writeAll(chunks.map(({ chunk }) => chunk)).then(() => done(), done),
    final: (done) => void to.end().then(() => done(), done),
  });
}

/** Parts in a row, as one. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
