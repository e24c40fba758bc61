import { EventEmitter } from '../events.ts';
import * as onOpen from './on-open.ts';
import { toOptions } from './paths.ts';
import { ReadStream, start } from './read-stream.ts';
import { appendFile, readFile, writeFile } from './read-write.ts';
import { WriteStream } from './write-stream.ts';

/** A file that is open, of `fs/promises`. */
export class FileHandle extends EventEmitter {
  readonly #fd: number;
  #closing: Promise<void> | null = null;

  constructor(fd: number) {
    super();
    this.#fd = fd;
  }

  get fd(): number {
    return this.#closing === null ? this.#fd : -1;
  }

  async read(...args: unknown[]) {
    const [first] = args;
    const buffer = ArrayBuffer.isView(first)
      ? first
      : (toOptions(first)['buffer'] ?? new Uint8Array(16_384));
    const given = ArrayBuffer.isView(first) ? args : [{ ...toOptions(first), buffer }];
    const bytesRead = await start(onOpen.read(this.#fd, ...given), this.read);
    return { bytesRead, buffer };
  }

  async write(data: unknown, ...args: unknown[]) {
    const bytesWritten = await start(onOpen.write(this.#fd, data, ...args), this.write);
    return { bytesWritten, buffer: data };
  }

  async readFile(options?: unknown) {
    return start(readFile(this.#fd, options), this.readFile);
  }

  async writeFile(data: unknown, options?: unknown) {
    return start(writeFile(this.#fd, data, options), this.writeFile);
  }

  async appendFile(data: unknown, options?: unknown) {
    return start(appendFile(this.#fd, data, options), this.appendFile);
  }

  async stat(options?: unknown) {
    return start(onOpen.fstat(this.#fd, options), this.stat);
  }

  async truncate(length?: unknown) {
    return start(onOpen.ftruncate(this.#fd, length), this.truncate);
  }

  async chmod(mode: unknown) {
    return start(onOpen.fchmod(this.#fd, mode), this.chmod);
  }

  async utimes(accessed: unknown, modified: unknown) {
    return start(onOpen.futimes(this.#fd, accessed, modified), this.utimes);
  }

  async sync() {
    return start(onOpen.fsync(this.#fd), this.sync);
  }

  async datasync() {
    return start(onOpen.fdatasync(this.#fd), this.datasync);
  }

  createReadStream(options?: object): ReadStream {
    return new ReadStream(undefined, { ...options, fd: this });
  }

  createWriteStream(options?: object): WriteStream {
    return new WriteStream(undefined, { ...options, fd: this });
  }

  async close(): Promise<void> {
    this.#closing ??= start(onOpen.close(this.#fd), this.close).then(() => {
      this.emit('close');
    });
    return this.#closing;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }
}
