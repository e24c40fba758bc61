import { BuildError } from './build-error.ts';

/** How long an engine may take to start on a busy machine. Milliseconds. */
const startMs = 15_000;

/** A build on its way to being ready. */
export class Starting {
  readonly #build: number;
  readonly #loaded = Promise.withResolvers<void>();
  readonly #ready = Promise.withResolvers<void>();
  readonly #timer: NodeJS.Timeout;
  readonly #activateMs: number;
  #left: number;
  #isPaused = false;
  #isLoaded = false;
  #failure: BuildError | null = null;

  constructor(build: number, activateMs: number) {
    this.#build = build;
    this.#activateMs = activateMs;
    this.#left = activateMs + startMs;
    this.#ready.promise.catch(() => undefined); // whoever waits for `loaded` is told first
    this.#loaded.promise.catch(() => undefined);
    const step = Math.min(50, activateMs);
    this.#timer = setInterval(() => {
      if (!this.#isPaused) this.#left -= step;
      if (this.#left <= 0) this.#late();
    }, step);
  }

  get loaded(): Promise<void> {
    return this.#loaded.promise;
  }

  get ready(): Promise<void> {
    return this.#ready.promise;
  }

  toLoaded(): void {
    if (this.#isLoaded) return;
    this.#isLoaded = true;
    this.#left = this.#activateMs; // what came before was the start of its process, and awaits at its top
    this.#loaded.resolve();
  }

  toReady(): void {
    this.#ready.resolve();
  }

  /** Stops the clock while a person is asked. */
  pause(isPaused: boolean): void {
    this.#isPaused = isPaused;
  }

  fail(error: BuildError): void {
    this.#failure ??= error;
    this.#loaded.reject(error);
    this.#ready.reject(error);
  }

  /** @throws BuildError where it failed right after it was ready */
  throwIfFailed(): void {
    if (this.#failure !== null) throw this.#failure;
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #late(): void {
    const message = `activate did not end within ${this.#activateMs / 1000} seconds.`;
    this.fail(new BuildError(message, { reason: 'too-late', build: this.#build }));
  }
}
