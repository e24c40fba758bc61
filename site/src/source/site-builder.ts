import { type Config, RegistryError } from '@orchestra/core';
import { readStoredDoc, type Registry } from '@orchestra/registry';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { EntryProblem } from '../build/choose-shown.ts';
import type { EngineFile } from '../build/site-source.ts';
import { buildFromIndex, type Usage } from './build-from-index.ts';
import { describeProblems } from './describe-problems.ts';

/** Milliseconds between checks for new commits, which other processes may make too. */
const lookEveryMs = 1000;

const retryAfterMs = 60_000;

/** The sources and folders of a builder. */
export interface SiteBuilderOptions {
  registry: Registry;
  config: () => Config;
  usage: Usage;
  /** Parts of the engine that runs extensions. */
  engines?: readonly EngineFile[];
  /** Folder that the site is served from. */
  directory: string;
  /**
   * Called where nothing was built, or nothing new of some extensions; repeated errors of the latter are
   * reported once.
   */
  onError(error: unknown): void;
}

/** Keeps the built site up to date with the index: one build at a time, always of the newest commit. */
export class SiteBuilder implements AsyncDisposable {
  readonly #options: SiteBuilderOptions;
  readonly #timer: NodeJS.Timeout;
  #running: Promise<void> | null = null;
  /** The commit of the last build or try. */
  #seen: string | null = null;
  /** Time of the next try after a failure, which may be temporary, such as a full disk. */
  #retryAt = Infinity;
  /** The last report about unreadable entries, so that it isn't repeated. */
  #told = '';

  constructor(options: SiteBuilderOptions) {
    this.#options = options;
    this.#timer = setInterval(() => {
      if (this.#running === null) void this.settled();
    }, lookEveryMs);
    this.#timer.unref();
  }

  /** Builds the site of the current index, and resolves when that succeeded or failed. */
  settled(): Promise<void> {
    // a build that runs already may have read the index earlier, so that another look follows it
    const running = (this.#running ?? Promise.resolve())
      .then(() => this.#buildNewest())
      .finally(() => {
        if (this.#running === running) this.#running = null;
      });
    this.#running = running;
    return running;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }

  async #buildNewest(): Promise<void> {
    const { registry, directory, onError } = this.#options;
    try {
      const commit = await registry.index.head();
      if (commit === this.#seen && Date.now() < this.#retryAt) return;
      this.#seen = commit;
      this.#retryAt = Infinity;
      this.#tell(await build(this.#options));
    } catch (error) {
      this.#retryAt = Date.now() + retryAfterMs;
      await mkdir(directory, { recursive: true });
      onError(error);
    }
  }

  #tell(problems: readonly EntryProblem[]): void {
    const text = describeProblems(problems).join('; ');
    if (text !== this.#told && text !== '') {
      const hint =
        'Correct it in a commit; `npm run registry -- verify` finds every damaged entry.';
      this.#options.onError(new RegistryError('index-damaged', text, { hint }));
    }
    this.#told = text;
  }
}

async function build({
  registry,
  config,
  usage,
  engines = [],
  directory,
}: SiteBuilderOptions): Promise<EntryProblem[]> {
  const { problems } = await buildFromIndex(registry.index, {
    config: config(),
    readDoc: readStoredDoc(registry.blobs),
    usage,
    engines,
    directory,
    workDirectory: join(dirname(directory), 'site-work'),
  });
  return problems;
}
