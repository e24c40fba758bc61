import { Buffer } from '../buffer.ts';
import { Readable } from '../stream.ts';
import { toFlags } from './flags.ts';
import { runLater, type Steps } from './forms.ts';
import * as onOpen from './on-open.ts';
import { toEncoding, toHandle, toOptions, toPath, toText } from './paths.ts';
import { open } from './read-write.ts';

type Done = (error?: Error | null) => void;

/** Runs steps of a stream. */
export function start<R>(steps: Steps<R>, caller: (...args: never[]) => unknown): Promise<R> {
  return runLater(steps, { caller, module: 'fs', first: steps.next() });
}

/** `createReadStream`. */
export class ReadStream extends Readable {
  readonly path: string | undefined;
  fd: number | null = null;
  bytesRead = 0;
  pending = true;
  readonly flags: string;
  #position: number | null;
  #left: number;
  readonly #autoClose: boolean;

  constructor(path: unknown, given?: unknown) {
    const options = toOptions(given);
    super({
      highWaterMark: Number(options['highWaterMark'] ?? 65_536),
      autoDestroy: options['autoClose'] !== false,
      emitClose: options['emitClose'] !== false,
      ...(options['signal'] instanceof AbortSignal && { signal: options['signal'] }),
    });
    const encoding = toEncoding(options['encoding']);
    if (encoding !== undefined) this.setEncoding(encoding);
    this.flags = String(options['flags'] ?? 'r');
    this.#autoClose = options['autoClose'] !== false;
    this.#position = options['start'] === undefined ? null : Number(options['start']);
    const end = options['end'] === undefined ? Infinity : Number(options['end']);
    this.#left = end - Number(options['start'] ?? 0) + 1;
    if (options['fd'] === undefined || options['fd'] === null) {
      this.path = toText(path);
      toPath(path);
      this.#open(this.path);
    } else {
      this.fd = toHandle(handleOf(options['fd']));
      this.pending = false;
    }
  }

  #open(path: string): void {
    start(open(path, toFlags(this.flags)), this.constructor as never).then(
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

  override _read(size: number): void {
    if (this.fd === null) return void this.once('open', () => this._read(size));
    const length = Math.min(size, this.#left);
    if (length <= 0) return void this.push(null);
    const buffer = Buffer.alloc(length);
    start(onOpen.read(this.fd, buffer, 0, length, this.#position), this._read).then(
      (count) => {
        this.bytesRead += count;
        this.#left -= count;
        if (this.#position !== null) this.#position += count;
        this.push(count === 0 ? null : buffer.subarray(0, count));
      },
      (error: Error) => this.destroy(error),
    );
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
    this.destroy();
  }
}

/** The number of what may be a `FileHandle`. */
export function handleOf(given: unknown): unknown {
  return typeof given === 'object' && given !== null ? Reflect.get(given, 'fd') : given;
}
