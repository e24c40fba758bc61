import { RegistryError } from '@orchestra/core';
import type { Database, DocumentFailure, SyncProblem } from '@orchestra/db';
import { readStoredDoc, type Registry } from '@orchestra/registry';
import { mirrorIndex, unmirrored } from '@orchestra/sync';

/** Milliseconds between checks for new commits, which other processes may make too. */
const lookEveryMs = 1000;

/** Longest delay before a failed sync is retried, in milliseconds. */
const longestMs = 60_000;

/** The index to mirror, and the database. */
export interface IndexMirrorOptions {
  registry: Pick<Registry, 'index' | 'blobs'>;
  database: Database;
  /** Called with what couldn't be mirrored and is retried; repeated errors are reported once. */
  onError(error: unknown): void;
}

/** Brings the database up to date with the index: one sync at a time, always of the newest commit. */
export class IndexMirror implements AsyncDisposable {
  readonly #options: IndexMirrorOptions;
  #timer: NodeJS.Timeout | undefined;
  readonly #ending = new AbortController();
  #running: Promise<void> | null = null;
  /** The last commit that was mirrored completely. */
  #mirrored: string | null = null;
  #told: string | null = null;
  #failures = 0;
  #nextAt = 0;

  constructor(options: IndexMirrorOptions) {
    this.#options = options;
  }

  /** Looks for new commits from now on, and mirrors them without being asked. */
  follow(): void {
    this.#timer ??= setInterval(() => this.#look(), lookEveryMs).unref();
  }

  /** Mirrors the current index, and resolves when that succeeded or failed. */
  settled(): Promise<void> {
    // a sync that runs already may have read the index earlier, so that another one follows it
    const running = (this.#running ?? Promise.resolve())
      .then(() => this.#mirrorOrTell())
      .finally(() => {
        if (this.#running === running) this.#running = null;
      });
    this.#running = running;
    return running;
  }

  /** Stops the running sync, which leaves nothing half done. */
  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#timer);
    this.#ending.abort();
    await this.#running;
  }

  #look(): void {
    if (this.#running === null && Date.now() >= this.#nextAt) void this.settled();
  }

  async #mirrorOrTell(): Promise<void> {
    const { signal } = this.#ending;
    if (signal.aborted) return;
    try {
      await this.#mirror(signal);
      this.#failures = 0;
      this.#told = null;
    } catch (error) {
      if (signal.aborted) return;
      this.#failures += 1;
      this.#nextAt = Date.now() + Math.min(lookEveryMs * 2 ** this.#failures, longestMs);
      const told = String(error);
      if (told !== this.#told) this.#options.onError(error);
      this.#told = told;
    }
  }

  async #mirror(signal: AbortSignal): Promise<void> {
    const { registry, database } = this.#options;
    const { index, blobs } = registry;
    if (this.#mirrored === (await index.head())) return;
    const result = await mirrorIndex({ database, index, readDoc: readStoredDoc(blobs), signal });
    const left = unmirrored(result);
    if (left.length > 0) throw incomplete(left);
    if (!signal.aborted) this.#mirrored = result.to;
  }
}

function incomplete(left: readonly (SyncProblem | DocumentFailure)[]): RegistryError {
  const told = left
    .slice(0, 5)
    .map(
      (what) => `${'path' in what ? what.path : `${what.name} ${what.version}`}: ${what.reason}`,
    );
  const more = left.length > told.length ? `; and ${left.length - told.length} more` : '';
  return new RegistryError(
    'index-damaged',
    `Not everything could be mirrored: ${told.join('; ')}${more}`,
    { hint: 'Search shows what it had before. `npm run registry -- verify` says what is damaged.' },
  );
}
