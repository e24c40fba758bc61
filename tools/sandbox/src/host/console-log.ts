import type { EngineMessage } from '../protocol/messages.ts';
import { RateBudget } from './rate-budget.ts';
import type { SourcePlace, SourcePlaces } from './source-places.ts';

/** A line that an extension wrote, or an error of it that nobody awaited. */
export interface LogLine {
  build: number;
  level: string;
  text: string;
  place: SourcePlace | null;
}

type LogMessage = Extract<EngineMessage, { type: 'log' }>;

const levels: ReadonlySet<string> = new Set(['debug', 'info', 'warn', 'error']);
/** What the console of an extension writes is shorter. */
const maxLength = 20_000;

/** What extensions write, as far as it is shown: lines that are too long are cut, and too many are counted. */
export class ConsoleLog {
  readonly #onLog: (line: LogLine) => void;
  readonly #budget: RateBudget;
  #lastBuild = 0;

  constructor({ perSecond, onLog }: { perSecond: number; onLog(line: LogLine): void }) {
    this.#onLog = onLog;
    this.#budget = new RateBudget({
      perSecond,
      tellLost: (lost) => {
        this.tell('warn', {
          build: this.#lastBuild,
          text: `${lost} more lines were written than are shown.`,
        });
      },
    });
  }

  /** Shows what an extension wrote. */
  take({ build, level, text, at }: LogMessage, places: SourcePlaces): void {
    this.#lastBuild = build;
    if (!this.#budget.take()) return;
    this.#onLog({
      build,
      level: levels.has(level) ? level : 'info',
      text: text.length > maxLength ? `${text.slice(0, maxLength)}…` : text,
      place: places.find(at),
    });
  }

  /** Shows what the host has to say itself. */
  tell(
    level: 'warn' | 'error',
    said: { build: number; text: string; place?: SourcePlace | null },
  ): void {
    this.#onLog({ build: said.build, level, text: said.text, place: said.place ?? null });
  }

  /** Tells of what was left out since. */
  end(): void {
    this.#budget.end();
  }
}
