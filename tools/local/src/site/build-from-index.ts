import { type Config, RegistryError } from '@orchestra/core';
import { type GitIndex, readCurated } from '@orchestra/registry';
import { buildSite } from '@orchestra/site';
import type { DocPlace, ReadDoc } from '@orchestra/sync';

/** What a site is built from, and where. */
export interface BuildFromIndexOptions {
  config: Config;
  readDoc: ReadDoc;
  /** Replaced by the built site, once it is finished. */
  directory: string;
  /** Kept between builds, on the same disk. */
  workDirectory: string;
}

/**
 * Builds the site of the newest commit of an index.
 *
 * @throws RegistryError `index-damaged`, `site-build-failed`
 */
export async function buildFromIndex(
  index: GitIndex,
  { config, readDoc, directory, workDirectory }: BuildFromIndexOptions,
): Promise<void> {
  const snapshot = await index.snapshot();
  const curated = await readCurated(snapshot);
  const source = {
    ...curated,
    config,
    async *entries() {
      for (const name of await snapshot.names()) {
        const entry = await snapshot.readEntry(name);
        if (entry !== null) yield entry;
      }
    },
    readDoc: async (place: DocPlace) => {
      const bytes = await readDoc(place).catch(nullIfTooLarge);
      return bytes === null ? null : Buffer.from(bytes);
    },
  };
  await buildSite(source, { outDirectory: directory, workDirectory });
}

/** A text that nobody could read must not keep everybody's pages from being built. */
function nullIfTooLarge(error: unknown): null {
  if (error instanceof RegistryError && error.code === 'body-too-large') return null;
  throw error;
}
