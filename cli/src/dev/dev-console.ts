import {
  createInterface,
  cursorTo,
  clearScreenDown,
  type Interface,
  moveCursor,
} from 'node:readline';
import type { CommandContext } from '../command.ts';

/** Who is told of what a person types. */
export interface DevConsoleOptions extends Pick<CommandContext, 'stdin' | 'stdout'> {
  prompt: string;
  onLine(line: string): void;
  /** Ctrl-C, Ctrl-D, or the terminal is gone. */
  onQuit(): void;
  /** What a tab may complete to. */
  complete(): string[];
}

/**
 * A line at the bottom of a terminal on which a person types, while lines are printed above it. A question
 * takes its place; what is printed meanwhile waits.
 */
export class DevConsole {
  readonly #options: DevConsoleOptions;
  #line: Interface | null = null;
  #history: string[] = [];
  #waiting: string[] = [];
  #questions: Promise<unknown> = Promise.resolve();
  #isClosed = false;
  #running = '';

  constructor(options: DevConsoleOptions) {
    this.#options = options;
    this.#open();
  }

  /** Prints lines above the one that is typed on. */
  print(text: string): void {
    const { stdout } = this.#options;
    if (this.#line === null && !this.#isClosed) {
      this.#waiting.push(text);
      return;
    }
    if (this.#line !== null) this.#clearLine(this.#line);
    stdout.write(`${text}\n`);
    this.#line?.prompt(true);
  }

  /** Shows before the prompt that something takes long; nothing where it is empty. */
  showRunning(text: string): void {
    this.#running = text;
    if (this.#line === null) return;
    this.#clearLine(this.#line);
    this.#line.setPrompt(this.#prompt);
    this.#line.prompt(true);
  }

  get #prompt(): string {
    return this.#running === '' ? this.#options.prompt : `${this.#running} ${this.#options.prompt}`;
  }

  /** Gives the terminal to a question; one after the other. */
  ask<T>(question: () => Promise<T>): Promise<T> {
    const asked = this.#questions.then(async () => {
      this.#suspend();
      try {
        return await question();
      } finally {
        if (!this.#isClosed) this.#open();
      }
    });
    this.#questions = asked.catch(() => undefined);
    return asked;
  }

  /** Gives the terminal back as it was. */
  close(): void {
    if (this.#isClosed) return;
    this.#suspend();
    this.#isClosed = true;
    for (const text of this.#waiting.splice(0)) this.print(text);
  }

  #open(): void {
    const { stdin, stdout, complete } = this.#options;
    const line = createInterface({
      input: stdin,
      output: stdout,
      prompt: this.#prompt,
      history: this.#history,
      completer: (typed: string) => [complete().filter((one) => one.startsWith(typed)), typed],
    });
    this.#line = line;
    line.on('history', (history) => (this.#history = history));
    line.on('line', (typed) => {
      line.prompt();
      this.#options.onLine(typed.trim());
    });
    line.on('SIGINT', () => this.#options.onQuit());
    line.on('close', () => {
      if (this.#line !== line) return;
      this.#line = null; // it takes nothing any more
      this.#clearLine(line);
      this.#options.onQuit();
    });
    line.prompt();
    for (const text of this.#waiting.splice(0)) this.print(text);
  }

  #suspend(): void {
    const line = this.#line;
    if (line === null) return;
    this.#line = null;
    this.#clearLine(line);
    line.close();
  }

  #clearLine(line: Interface): void {
    const { stdout } = this.#options;
    moveCursor(stdout, 0, -line.getCursorPos().rows);
    cursorTo(stdout, 0);
    clearScreenDown(stdout);
  }
}
