import type { EngineNatives } from './natives.ts';
import type { WorkOptions, WorkOutcome } from './work.ts';

/** What the engine computes on other threads, until it is done. */
export class WorkQueue {
  readonly #natives: Pick<EngineNatives, 'startWork' | 'workNow'>;
  readonly #open = new Map<number, (outcome: WorkOutcome) => void>();
  #last = 0;

  constructor(natives: Pick<EngineNatives, 'startWork' | 'workNow'>) {
    this.#natives = natives;
  }

  /** Computes something while nothing of the isolate runs. Not for native extensions. */
  now<N extends keyof WorkOptions>(
    name: N,
    options: WorkOptions[N],
    parts: Uint8Array[],
  ): Uint8Array<ArrayBuffer> {
    return valueOf(this.#natives.workNow(name, options, parts));
  }

  /** Computes something while the isolate goes on. */
  later<N extends keyof WorkOptions>(
    name: N,
    options: WorkOptions[N],
    parts: Uint8Array[],
  ): Promise<Uint8Array<ArrayBuffer>> {
    return new Promise((resolve, reject) => {
      this.#last += 1;
      const id = this.#last;
      this.#natives.startWork(id, { name, options, parts });
      this.#open.set(id, (outcome) => {
        try {
          resolve(valueOf(outcome));
        } catch (error) {
          reject(error);
        }
      });
    });
  }

  /** For the engine: it has computed something. */
  finish(id: number, outcome: WorkOutcome): void {
    const done = this.#open.get(id);
    this.#open.delete(id);
    done?.(outcome);
  }
}

const errors = { Error, RangeError, TypeError };

function valueOf(outcome: WorkOutcome): Uint8Array<ArrayBuffer> {
  if (outcome.ok) return outcome.bytes;
  const { kind, message, code, errno } = outcome;
  throw Object.assign(
    new errors[kind](message),
    code !== undefined && { code },
    errno !== undefined && { errno },
  );
}
