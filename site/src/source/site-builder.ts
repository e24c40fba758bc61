import type { Config } from '@orchestra/core';
import { readStoredDoc, type Registry } from '@orchestra/registry';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buildFromIndex, type Usage } from './build-from-index.ts';

/** How often the index is looked at: commits also come from other processes. */
const lookEveryMs = 1000;

const retryAfterMs = 60_000;

/** What a site is built from, and where. */
export interface SiteBuilderOptions {
  registry: Registry;
  config: () => Config;
  usage: Usage;
  /** Where the built site is served from. */
  directory: string;
  onError(error: unknown): void;
}

/** Keeps the built site in step with the index: one build at a time, of the newest commit. */
export class SiteBuilder implements AsyncDisposable {
  readonly #options: SiteBuilderOptions;
  readonly #timer: NodeJS.Timeout;
  #running: Promise<void> | null = null;
  /** The commit that was built last, or tried. */
  #seen: string | null = null;
  /** When what failed is tried again: a full disk may have room by then. */
  #retryAt = Infinity;

  constructor(options: SiteBuilderOptions) {
    this.#options = options;
    this.#timer = setInterval(() => void this.settled(), lookEveryMs);
    this.#timer.unref();
  }

  /** Builds what the index has by now, and resolves when the site shows it or the build failed. */
  settled(): Promise<void> {
    this.#running ??= this.#buildNewest().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }

  async #buildNewest(): Promise<void> {
    const { registry, directory, onError } = this.#options;
    const commit = await registry.index.head();
    if (commit === this.#seen && Date.now() < this.#retryAt) return;
    this.#seen = commit;
    this.#retryAt = Infinity;
    try {
      await build(this.#options);
    } catch (error) {
      this.#retryAt = Date.now() + retryAfterMs;
      await mkdir(directory, { recursive: true });
      onError(error);
    }
  }
}

async function build({ registry, config, usage, directory }: SiteBuilderOptions): Promise<void> {
  await buildFromIndex(registry.index, {
    config: config(),
    readDoc: readStoredDoc(registry.blobs),
    usage,
    directory,
    workDirectory: join(dirname(directory), 'site-work'),
  });
}
