import type { Config } from '@orchestra/core';
import { readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import * as Type from 'typebox';
import { basePath } from '../../addresses/base-path.ts';
import { digest } from '../digests/digest.ts';
import { keepValue, readKept } from '../kept/keep-value.ts';
import { type GuideValues, guideValues } from './guide-values.ts';
import { type RenderedGuide, RenderedGuideSchema, renderGuide } from './render-guide.ts';

/** Rendered guides by the digest of their text. */
const KeptGuidesSchema = Type.Record(Type.String(), RenderedGuideSchema);
/** Most files that a folder keeps: one for each code and base path, and one for each registry. */
const mostFiles = 40;

/**
 * The rendered guides of earlier builds. Most guides name no value of a registry, so that all registries with
 * the same base path share them; the others are kept by the values of their registry.
 */
export class KeptGuides {
  readonly #directory: string;
  readonly #base: string;
  readonly #values: GuideValues;
  readonly #shared: KeptFile;
  readonly #own: KeptFile;

  /**
   * @param options.code digest of the code that builds the site
   * @param options.directory folder that keeps them; several builds may use it at once
   */
  constructor(config: Config, { code, directory }: { code: string; directory: string }) {
    this.#directory = directory;
    this.#base = basePath(config.site);
    this.#values = guideValues(config);
    const ground = [code, this.#base];
    this.#shared = new KeptFile(join(directory, `${digest(ground)}.json`));
    this.#own = new KeptFile(join(directory, `${digest([...ground, this.#values])}.json`));
  }

  /** Renders a guide, unless an earlier build did. */
  async render(text: string): Promise<RenderedGuide> {
    const file = text.includes('{{') ? this.#own : this.#shared;
    const guides = await file.open();
    const key = digest(text);
    const known = guides.get(key);
    if (known !== undefined) return known;
    const rendered = await renderGuide(text, { values: this.#values, base: this.#base });
    guides.set(key, rendered);
    file.hasNew = true;
    return rendered;
  }

  /** Keeps what was rendered for the next build, and removes the files that are unused for longest. */
  async save(): Promise<void> {
    const files = [this.#shared, this.#own].filter(({ hasNew }) => hasNew);
    if (files.length === 0) return;
    for (const file of files) await file.save();
    await removeUnused(this.#directory);
  }
}

/** A file with rendered guides, which is read once it is needed. */
class KeptFile {
  readonly #path: string;
  #guides: Promise<Map<string, RenderedGuide>> | null = null;
  hasNew = false;

  constructor(path: string) {
    this.#path = path;
  }

  open(): Promise<Map<string, RenderedGuide>> {
    this.#guides ??= this.#read();
    return this.#guides;
  }

  async save(): Promise<void> {
    await keepValue(this.#path, Object.fromEntries(await this.open()));
    this.hasNew = false;
  }

  async #read(): Promise<Map<string, RenderedGuide>> {
    const kept = await readKept(this.#path, KeptGuidesSchema);
    if (kept === null) return new Map();
    const now = new Date();
    await utimes(this.#path, now, now).catch(() => undefined); // another build removed it
    return new Map(Object.entries(kept.value));
  }
}

async function removeUnused(directory: string): Promise<void> {
  const paths = (await readdir(directory)).map((name) => join(directory, name));
  const found = await Promise.all(
    paths.map(async (path) => ({ path, used: (await stat(path).catch(() => null))?.mtimeMs ?? 0 })),
  );
  found.sort((left, right) => right.used - left.used);
  for (const { path } of found.slice(mostFiles)) await rm(path, { force: true });
}
