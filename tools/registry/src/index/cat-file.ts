import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { gitEnvironment, gitFailed, gitSettings, notStarted } from './git.ts';

/** A question that waits for its answer. */
interface Waiting {
  asks: 'contents' | 'info';
  resolve(answer: Answer | null): void;
  reject(error: unknown): void;
}

interface Answer {
  /** Bytes of the object. */
  size: number;
  /** Empty where `info` was asked. */
  content: Buffer;
}

/**
 * One `git cat-file --batch-command` process and the reads that wait for it. Answers come in the order of the
 * requests; reads that are unanswered when the process ends are rejected.
 */
export class CatFile {
  readonly #child: ChildProcessByStdio<Writable, Readable, null>;
  readonly #waiting: Waiting[] = [];
  #received: Buffer[] = [];
  #length = 0;
  #failure: unknown = null;

  constructor(directory: string) {
    const args = [...gitSettings, `--git-dir=${directory}`, 'cat-file', '--batch-command'];
    this.#child = spawn('git', args, {
      env: gitEnvironment,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    this.#child.stdin.on('error', () => {}); // the process ended, and `close` rejects the waiting reads
    this.#child.stdout.on('data', (chunk: Buffer) => this.#receive(chunk));
    this.#child.on('error', (cause) => this.#fail(notStarted(cause)));
    this.#child.on('close', () => this.#fail(gitFailed(['cat-file'], 'it ended unexpectedly')));
    this.#child.unref();
  }

  /** The id of the process; undefined where it could not be started. */
  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** True once the process has ended or was asked to end: it accepts no more reads. */
  get ended(): boolean {
    return this.#failure !== null || this.#child.stdin.writableEnded;
  }

  /**
   * Reads an object.
   *
   * @param name one line: an object id, or `<commit>:<path>`
   */
  async read(name: string): Promise<Buffer | null> {
    return (await this.#ask('contents', name))?.content ?? null;
  }

  /** The size of an object in bytes, which is as quick for a large one; null where there is none. */
  async sizeOf(name: string): Promise<number | null> {
    return (await this.#ask('info', name))?.size ?? null;
  }

  /** Ends the process after the reads that are waiting. */
  end(): void {
    this.#child.stdin.end();
  }

  #ask(asks: Waiting['asks'], name: string): Promise<Answer | null> {
    if (this.#failure !== null) return Promise.reject(this.#failure);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ asks, resolve, reject });
      this.#child.stdin.write(`${asks} ${name}\n`);
    });
  }

  #receive(chunk: Buffer): void {
    this.#received.push(chunk);
    this.#length += chunk.length;
    let answer = this.#takeAnswer();
    while (answer !== undefined) {
      this.#waiting.shift()?.resolve(answer);
      answer = this.#takeAnswer();
    }
  }

  /** Parses `<id> <type> <size>\n`, with `<content>\n` where that was asked, or `<name> missing\n`: null. */
  #takeAnswer(): Answer | null | undefined {
    const waiting = this.#waiting[0];
    if (waiting === undefined || this.#length === 0) return undefined;
    const first = this.#received[0];
    if (first === undefined) return undefined;
    let received = first;
    let end = received.indexOf(10);
    if (end === -1) {
      received = this.#join();
      end = received.indexOf(10);
      if (end === -1) return undefined;
    }
    const header = received.subarray(0, end).toString('utf8');
    const size = Number(/ \w+ (\d+)$/.exec(header)?.[1]);
    if (Number.isNaN(size) || waiting.asks === 'info') {
      this.#drop(end + 1);
      return Number.isNaN(size) ? null : { size, content: Buffer.alloc(0) };
    }
    const whole = end + 1 + size + 1;
    if (this.#length < whole) return undefined;
    const content = Buffer.from(this.#join().subarray(end + 1, whole - 1));
    this.#drop(whole);
    return { size, content };
  }

  #join(): Buffer {
    const joined = this.#received.length === 1 ? this.#received[0] : undefined;
    const received = joined ?? Buffer.concat(this.#received);
    this.#received = [received];
    return received;
  }

  #drop(bytes: number): void {
    const rest = this.#join().subarray(bytes);
    this.#received = rest.length === 0 ? [] : [rest];
    this.#length = rest.length;
  }

  #fail(error: unknown): void {
    this.#failure ??= error;
    for (const { reject } of this.#waiting.splice(0)) reject(this.#failure);
  }
}
