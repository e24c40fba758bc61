import { guest } from 'orchestra:api';
import { Buffer } from '../buffer.ts';
import { EventEmitter } from '../events.ts';
import process, { nextTick } from '../process.ts';
import { nodeError } from '../node-error.ts';
import { Readable, type Writable } from '../stream.ts';
import { Channel } from './channel.ts';
import { type Program, type SignalName, toSignal, toSpawnError } from './program.ts';
import { makeWriter } from './write-pieces.ts';

type Part =
  | { from: 'stdout' | 'stderr'; bytes: Uint8Array }
  | { from: 'end'; exitCode: number | null; signal: string | null };

/** How a program is started. */
export interface StartOptions {
  /** As the gate judges it: `child_process:exec`. */
  api: string;
  caller: (...args: never[]) => unknown;
  options: Record<string, unknown>;
  /** Where it is a module of the extension, and runs confined. */
  module?: { flags: string[] };
}

/** What is read ahead of each output, in bytes; a program that prints more waits. */
const readAhead = 1024 * 1024;

/** A program that was started. */
export class ChildProcess extends EventEmitter {
  stdin: Writable | null = null;
  stdout: Readable | null = null;
  stderr: Readable | null = null;
  stdio: unknown[] = [];
  pid: number | undefined;
  killed = false;
  exitCode: number | null = null;
  signalCode: string | null = null;
  spawnfile = '';
  spawnargs: string[] = [];
  #api = 'child_process:spawn';
  #channel: Channel | null = null;
  #number = Promise.withResolvers<number>();
  #hasEnded = false;

  /** Starts the program that it stands for. */
  start(program: Program, { api, caller, options, module }: StartOptions): void {
    this.spawnfile = program.file;
    this.spawnargs = [program.file, ...program.args];
    this.#number.promise.catch(() => undefined); // told by `error`
    const kinds = toKinds(options['stdio']);
    if (kinds[0] === 'pipe') this.stdin = this.#makeInput();
    const output = (kind: string) =>
      kind === 'pipe' ? new Readable({ highWaterMark: readAhead, read: () => undefined }) : null;
    [this.stdout, this.stderr] = [output(kinds[1]), output(kinds[2])];
    this.stdio = [this.stdin, this.stdout, this.stderr];
    const args: unknown[] = [program.file, program.args, program.options];
    if (module !== undefined) {
      this.#api = api;
      args[2] = { ...program.options, flags: module.flags, hasChannel: true };
      this.#channel = this.#makeChannel();
    }
    const { head, parts } = guest.link.stream(api, args, { caller });
    void this.#follow({ head, parts: parts as AsyncIterable<Part>, kinds }).catch(
      (error: unknown) => this.#fail(toSpawnError(error, program)),
    );
    if (kinds[0] !== 'pipe') this.#tell('end');
  }

  async #follow(of: {
    head: Promise<unknown>;
    parts: AsyncIterable<Part>;
    kinds: readonly string[];
  }): Promise<void> {
    const { number, pid } = (await of.head) as { number: number; pid: number };
    this.pid = pid;
    this.#number.resolve(number);
    if (this.#channel !== null) {
      const { parts } = guest.link.stream(`${this.#api}.said`, [number], { caller: this.start });
      void this.#channel.follow(parts as AsyncIterable<Uint8Array>);
    }
    this.emit('spawn');
    for await (const part of of.parts) {
      if (part.from === 'end') return this.#end(part.exitCode, part.signal);
      const { buffer, byteOffset, byteLength } = part.bytes;
      const stream = this[part.from];
      const isInherited = of.kinds[part.from === 'stdout' ? 1 : 2] === 'inherit';
      if (isInherited) process[part.from].write(new TextDecoder().decode(part.bytes));
      if (stream?.push(Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength)) === false) {
        await this.#drained(stream);
      }
    }
    throw new Error('The program was given up.');
  }

  /** Waits until what was printed has been read. */
  async #drained(stream: Readable): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    stream._read = () => resolve();
    stream.once('close', resolve);
    if (stream.readableLength < readAhead) resolve();
    await promise;
  }

  #end(exitCode: number | null, signal: string | null): void {
    [this.exitCode, this.signalCode] = [exitCode, signal];
    this.#hasEnded = true;
    this.stdin?.destroy();
    this.#channel?.close();
    this.emit('exit', exitCode, signal);
    const outputs = [this.stdout, this.stderr].filter((stream) => stream !== null);
    let open = outputs.length;
    const close = () => {
      open -= 1;
      if (open <= 0) this.emit('close', exitCode, signal);
    };
    for (const stream of outputs) {
      stream.once('close', close);
      stream.push(null);
      // what nobody reads keeps nobody waiting
      if (stream.listenerCount('readable') === 0 && stream.readableFlowing === null)
        stream.resume();
    }
    if (outputs.length === 0) nextTick(close);
  }

  #fail(error: Error): void {
    this.#number.reject(error);
    this.#hasEnded = true;
    for (const stream of [this.stdin, this.stdout, this.stderr]) stream?.destroy();
    this.#channel?.close();
    this.emit('error', error);
    nextTick(() => this.emit('close', Reflect.get(error, 'errno') ?? -1, null));
  }

  #makeInput(): Writable {
    return makeWriter({
      write: (bytes) => this.#tell('write', bytes),
      end: () => this.#tell('end'),
    });
  }

  #makeChannel(): Channel {
    return new Channel(
      {
        send: (bytes) => this.#tell('send', bytes),
        disconnect: () => this.#tell('disconnect'),
      },
      {
        onMessage: (message) => this.emit('message', message),
        onDisconnect: () => this.emit('disconnect'),
        onError: (error) => this.emit('error', error),
      },
    );
  }

  /** Says something to the program; what comes after its end is lost. */
  async #tell(
    what: 'write' | 'end' | 'kill' | 'send' | 'disconnect',
    ...args: unknown[]
  ): Promise<unknown> {
    try {
      const number = await this.#number.promise;
      return await guest.link.call(`${this.#api}.${what}`, [number, ...args], {
        caller: this.#tell,
      });
    } catch {
      return undefined; // it has ended
    }
  }

  get connected(): boolean {
    return this.#channel?.connected === true;
  }

  /** Tells the module something. Handles can't be sent. */
  send(message: unknown, ...given: unknown[]): boolean {
    const told = given.findLast((one) => typeof one === 'function') as
      ((error: Error | null) => void) | undefined;
    if (this.#channel !== null) return this.#channel.send(message, told);
    const error = nodeError(Error, 'ERR_IPC_CHANNEL_CLOSED', 'Channel closed');
    nextTick(() => (told === undefined ? this.emit('error', error) : told(error)));
    return false;
  }

  disconnect(): void {
    this.#channel?.close();
  }

  kill(signal?: unknown): boolean {
    if (signal === 0) return !this.#hasEnded;
    const name: SignalName = toSignal(signal);
    if (this.#hasEnded) return false;
    this.killed = true;
    void (this.#channel === null ? this.#tell('kill', name) : this.#tell('kill'));
    return true;
  }

  ref(): void {}
  unref(): void {}

  [Symbol.dispose](): void {
    this.kill();
  }
}

function toKinds(stdio: unknown): [string, string, string] {
  const kind = (given: unknown) =>
    given === 'ignore' || given === 'inherit'
      ? given
      : typeof given === 'number'
        ? 'inherit'
        : 'pipe';
  if (!Array.isArray(stdio)) return [kind(stdio), kind(stdio), kind(stdio)];
  return [kind(stdio[0]), kind(stdio[1]), kind(stdio[2])];
}
