import type { Progress } from '@orchestra/terminal';
import type { CommandContext } from '../command.ts';

/** Lines, and questions between them: what is printed while one is asked waits. */
export class PlainScreen {
  readonly #stdout: CommandContext['stdout'];
  #asked = 0;
  #waiting: string[] = [];
  #questions: Promise<unknown> = Promise.resolve();

  readonly #progress: Progress | null;

  /** @param progress where it is shown that something takes long */
  constructor(stdout: CommandContext['stdout'], progress: Progress | null = null) {
    this.#stdout = stdout;
    this.#progress = progress;
  }

  print(text: string): void {
    if (this.#asked > 0) {
      this.#waiting.push(text);
      return;
    }
    this.#progress?.stop();
    this.#stdout.write(`${text}\n`);
  }

  /** Shows that something takes long, until something is printed or asked; nothing any more where it is empty. */
  showRunning(text: string): void {
    if (text === '' || this.#asked > 0) this.#progress?.stop();
    else this.#progress?.update(text);
  }

  /** Asks one question after the other. */
  ask<T>(question: () => Promise<T>): Promise<T> {
    this.#asked += 1;
    this.#progress?.stop();
    const asked = this.#questions.then(question).finally(() => {
      this.#asked -= 1;
      if (this.#asked === 0) for (const text of this.#waiting.splice(0)) this.print(text);
    });
    this.#questions = asked.catch(() => undefined);
    return asked;
  }
}
