import { type Config, RegistryError } from '@orchestra/core';
import {
  type DocPlace,
  type GitIndex,
  isAncestor,
  nameOf,
  type ReadDoc,
  readCurated,
} from '@orchestra/registry';
import { type BuildReport, buildSite } from '../build/build-site.ts';
import type { EngineFile, SiteSource } from '../build/site-source.ts';

/** Figures and statistics of the extensions of a registry. */
export type Usage = Pick<SiteSource, 'figures' | 'statistics'>;

/** The sources and folders of a build. */
export interface BuildFromIndexOptions {
  config: Config;
  readDoc: ReadDoc;
  /** Source of figures and statistics. */
  usage: Usage;
  /** Folder that the site is served from. */
  directory: string;
  /** Folder that is kept between builds, on the same disk. */
  workDirectory: string;
  /** Parts of the engine that runs extensions. */
  engines?: readonly EngineFile[];
  /** Builds unchanged pages and files too. */
  everything?: boolean;
}

/**
 * Builds the site of the newest commit of an index.
 *
 * @throws RegistryError `index-damaged`, `site-build-failed`
 */
export async function buildFromIndex(
  index: GitIndex,
  options: BuildFromIndexOptions,
): Promise<BuildReport> {
  const { config, readDoc, usage, engines = [], directory, workDirectory } = options;
  const { everything = false } = options;
  const snapshot = await index.snapshot();
  const curated = await readCurated(snapshot);
  const source = {
    ...curated,
    config,
    ...usage,
    engines,
    commit: snapshot.commit,
    names: () => snapshot.names(),
    readEntry: (name: string) => snapshot.readEntry(name),
    changedSince: async (commit: string) => {
      const range = { older: commit, newer: snapshot.commit };
      if (!(await isAncestor(index.directory, range))) return null;
      return (await index.changedBetween(commit, snapshot.commit)).map(nameOf);
    },
    readDoc: async (place: DocPlace) => {
      const bytes = await readDoc(place).catch(nullIfTooLarge);
      return bytes === null ? null : Buffer.from(bytes);
    },
  };
  return buildSite(source, { outDirectory: directory, workDirectory, everything });
}

/** Treats a text that is too large like a missing one, so that one text doesn't stop the whole build. */
function nullIfTooLarge(error: unknown): null {
  if (error instanceof RegistryError && error.code === 'body-too-large') return null;
  throw error;
}
