import { EventEmitter } from './events.ts';
import { missing, nodeError, wrongType } from './node-error.ts';
import { StringDecoder } from './string-decoder.ts';

/** The streams of Node, as far as lines need them. */
interface Source {
  on(name: string, listener: (value: never) => void): unknown;
  off(name: string, listener: (value: never) => void): unknown;
  resume(): unknown;
  pause(): unknown;
}

interface Sink {
  write(text: string): unknown;
}

const lineEnd = /\r\n|\n|\r(?!$)|[\u2028\u2029]/;

/** Reads lines of a stream. There is no terminal. */
export class Interface extends EventEmitter {
  readonly terminal = false;
  line = '';
  closed = false;
  readonly #input: Source;
  readonly #output: Sink | undefined;
  readonly #decoder = new StringDecoder('utf8');
  #prompt = '> ';
  #answer: ((line: string) => void) | null = null;

  constructor(given: unknown, output?: Sink) {
    super();
    const options = isSource(given) ? { input: given, output } : Object(given);
    if (!isSource(options.input)) throw wrongType('input', 'an instance of Stream', options.input);
    this.#input = options.input;
    this.#output = options.output ?? undefined;
    if (typeof options.prompt === 'string') this.#prompt = options.prompt;
    this.#input.on('data', this.#take);
    this.#input.on('end', this.#end);
    this.#input.resume();
  }

  readonly #take = (part: Uint8Array | string) => {
    const text = this.line + (typeof part === 'string' ? part : this.#decoder.write(part));
    const lines = text.split(lineEnd);
    this.line = lines.pop() ?? '';
    lines.forEach((line) => this.#say(line));
  };

  readonly #end = () => {
    const rest = (this.line + this.#decoder.end()).replace(/\r$/, '');
    this.line = '';
    if (rest !== '') this.#say(rest);
    this.close();
  };

  #say(line: string): void {
    if (this.closed) return;
    const answer = this.#answer;
    this.#answer = null;
    if (answer === null) this.emit('line', line);
    else answer(line);
  }

  /** Asks on the output, and hands on the next line. */
  question(text: string, ...given: unknown[]): void {
    if (this.closed) throw nodeError(Error, 'ERR_USE_AFTER_CLOSE', 'readline was closed');
    const answer = given.at(-1);
    if (typeof answer !== 'function') return;
    this.#output?.write(text);
    this.#answer = (line) => void answer(line);
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.#input.off('data', this.#take);
    this.#input.off('end', this.#end);
    this.#input.pause();
    this.emit('close');
  }

  pause(): this {
    this.#input.pause();
    this.emit('pause');
    return this;
  }

  resume(): this {
    this.#input.resume();
    this.emit('resume');
    return this;
  }

  setPrompt(prompt: string): void {
    this.#prompt = prompt;
  }

  getPrompt(): string {
    return this.#prompt;
  }

  prompt(): void {
    this.#output?.write(this.#prompt);
  }

  write(text: unknown): void {
    if (text !== undefined && text !== null) this.#take(String(text));
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<string> {
    const lines: string[] = [];
    let wake = Promise.withResolvers<void>();
    const onLine = (line: string) => {
      lines.push(line);
      wake.resolve();
    };
    this.on('line', onLine);
    this.once('close', () => wake.resolve());
    try {
      while (!this.closed || lines.length > 0) {
        const line = lines.shift();
        if (line !== undefined) {
          yield line;
          continue;
        }
        await wake.promise;
        wake = Promise.withResolvers<void>();
        if (this.closed) wake.resolve();
      }
    } finally {
      this.off('line', onLine);
      this.close();
    }
  }

  [Symbol.dispose](): void {
    this.close();
  }
}

function isSource(given: unknown): given is Source {
  return typeof given === 'object' && given !== null && 'on' in given && 'resume' in given;
}

/** `createInterface`. */
export function createInterface(given: unknown, output?: Sink): Interface {
  return new Interface(given, output);
}

export const clearLine = missing('readline.clearLine');
export const clearScreenDown = missing('readline.clearScreenDown');
export const cursorTo = missing('readline.cursorTo');
export const emitKeypressEvents = missing('readline.emitKeypressEvents');
export const moveCursor = missing('readline.moveCursor');
export const promises = {
  createInterface: missing('readline.promises.createInterface', 'Use createInterface.'),
  Interface: missing('readline.promises.Interface'),
  Readline: missing('readline.promises.Readline'),
};
export default {
  clearLine,
  clearScreenDown,
  createInterface,
  cursorTo,
  emitKeypressEvents,
  Interface,
  moveCursor,
  promises,
};
