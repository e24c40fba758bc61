import { plain } from '@orchestra/terminal';

/** Commands that run, of which those are shown that have run for a second or longer. */
export class RunningCommands {
  readonly #show: (text: string) => void;
  readonly #since = new Map<symbol, { command: string; at: number }>();
  #timer: NodeJS.Timeout | undefined;
  #isShown = false;

  /** @param show told each second of what runs; of an empty text once nothing does */
  constructor(show: (text: string) => void) {
    this.#show = show;
  }

  /** Begins to count for a command; idempotent at its end. */
  begin(command: string): Disposable {
    const key = Symbol(command);
    this.#since.set(key, { command, at: performance.now() });
    this.#timer ??= setInterval(() => this.#tell(), 1_000).unref();
    return {
      [Symbol.dispose]: () => {
        if (this.#since.delete(key) && (this.#since.size === 0 || this.#isShown)) this.#tell();
      },
    };
  }

  #tell(): void {
    const now = performance.now();
    const running = [...this.#since.values()]
      .map(({ command, at }) => ({ command, seconds: Math.floor((now - at) / 1_000) }))
      .filter(({ seconds }) => seconds > 0)
      .map(({ command, seconds }) => `${plain(command)} ${seconds} s`);
    if (running.length > 0 || this.#isShown) this.#show(running.join(', '));
    this.#isShown = running.length > 0;
    if (this.#since.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
