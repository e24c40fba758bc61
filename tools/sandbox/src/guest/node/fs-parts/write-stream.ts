import { Writable } from '../stream.ts';
import { toFlags } from './flags.ts';
import type { Steps } from './forms.ts';
import * as onOpen from './on-open.ts';
import { toHandle, toOptions, toPath, toText } from './paths.ts';
import { handleOf, start } from './read-stream.ts';
import { open, partBytes } from './read-write.ts';

type Done = (error?: Error | null) => void;

/** `createWriteStream`. */
export class WriteStream extends Writable {
  readonly path: string | undefined;
  fd: number | null = null;
  bytesWritten = 0;
  pending = true;
  readonly flags: string;
  #position: number | null;
  readonly #autoClose: boolean;

  constructor(path: unknown, given?: unknown) {
    const options = toOptions(given);
    super({
      highWaterMark: Number(options['highWaterMark'] ?? 65_536),
      decodeStrings: true,
      emitClose: options['emitClose'] !== false,
      ...(options['signal'] instanceof AbortSignal && { signal: options['signal'] }),
    });
    if (typeof options['encoding'] === 'string') {
      this.setDefaultEncoding(options['encoding'] as BufferEncoding);
    }
    this.flags = String(options['flags'] ?? 'w');
    this.#autoClose = options['autoClose'] !== false;
    this.#position = options['start'] === undefined ? null : Number(options['start']);
    if (options['fd'] === undefined || options['fd'] === null) {
      this.path = toText(path);
      toPath(path);
      this.#open(this.path, options['mode']);
    } else {
      this.fd = toHandle(handleOf(options['fd']));
      this.pending = false;
    }
  }

  #open(path: string, mode: unknown): void {
    start(open(path, toFlags(this.flags, mode ?? 0o666)), this.constructor as never).then(
      (fd) => {
        this.fd = Number(fd);
        this.pending = false;
        if (this.destroyed) return void this.#close(() => undefined);
        this.emit('open', this.fd);
        this.emit('ready');
      },
      (error: Error) => this.destroy(error),
    );
  }

  override _write(chunk: Uint8Array, encoding: BufferEncoding, done: Done): void {
    if (this.fd === null) return void this.once('open', () => this._write(chunk, encoding, done));
    start(this.#writeAll(this.fd, chunk), this._write).then(() => done(), done);
  }

  *#writeAll(fd: number, chunk: Uint8Array): Steps<void> {
    for (let at = 0; at < chunk.length;) {
      const part = chunk.subarray(at, at + partBytes);
      const count = yield* onOpen.write(fd, part, 0, part.length, this.#position);
      at += count;
      this.bytesWritten += count;
      if (this.#position !== null) this.#position += count;
    }
  }

  override _final(done: Done): void {
    if (this.fd === null && !this.destroyed) this.once('open', () => done());
    else done();
  }

  override _destroy(error: Error | null, done: Done): void {
    if (this.fd === null || !this.#autoClose) done(error);
    else this.#close((closing) => done(error ?? closing));
  }

  #close(done: Done): void {
    const { fd } = this;
    this.fd = null;
    start(onOpen.close(fd), this._destroy).then(() => done(), done);
  }

  close(done?: Done): void {
    if (done !== undefined) this.once('close', done);
    this.end();
  }
}
