import { Writable } from 'node:stream';

/** A stream that keeps what is written to it. */
export interface RecordedStream {
  stream: Writable;
  /** Everything that was written so far. */
  text(): string;
}

/** Makes a stream for a program that a test runs in its own process. */
export function recordStream(): RecordedStream {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  return { stream, text: () => Buffer.concat(chunks).toString('utf8') };
}
