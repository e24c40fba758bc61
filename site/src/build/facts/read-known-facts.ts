import { RegistryError, showable } from '@orchestra/core';
import type { SiteSource } from '../site-source.ts';
import type { ExtensionFacts } from './extension-facts.ts';
import { KeptFacts, readStamp } from './kept-facts.ts';
import { readFacts } from './read-facts.ts';

/** The facts from all entries of an index. */
export interface KnownFacts {
  facts: ExtensionFacts[];
  /** Extensions whose entries can't be read; for some of them, the facts are older ones. */
  unread: UnreadEntry[];
}

/** An entry that can't be read, with the reason. */
export interface UnreadEntry {
  name: string;
  /** Error message without emails. */
  message: string;
}

/**
 * Reads the facts from the entries of an index: only entries that changed since the last build, or all where
 * that is unknown. An unreadable entry affects only itself, and is tried again at each build.
 *
 * @param options.directory folder that keeps facts between builds
 * @param options.code digest of the code that reads
 */
export async function readKnownFacts(
  source: SiteSource,
  { directory, code }: { directory: string; code: string },
): Promise<KnownFacts> {
  const stamp = await readStamp(directory);
  const isOurs = stamp !== null && stamp.code === code;
  const earlier = isOurs ? await KeptFacts.read(directory) : null;
  const changed = isOurs && earlier !== null ? await source.changedSince(stamp.commit) : null;
  // if all entries are read again, old facts still replace those of unreadable entries
  const kept = earlier ?? KeptFacts.none();
  const names = new Set(
    changed === null
      ? [...(await source.names()), ...kept.list().map(({ name }) => name)]
      : [...changed, ...(stamp?.unread ?? [])],
  );
  if (changed !== null && names.size === 0) return { facts: kept.list(), unread: [] };
  const unread: UnreadEntry[] = [];
  for (const name of names) {
    const read = await readIsolated(name, source);
    if (read === null) kept.delete(name);
    else if ('message' in read) unread.push(read);
    else kept.set(name, read);
  }
  await kept.write(directory, {
    names: changed === null ? null : [...names],
    stamp: { commit: source.commit, code, unread: unread.map(({ name }) => name) },
  });
  return { facts: kept.list(), unread };
}

/** Reads one entry; null where there is none. Only errors that aren't about this entry are thrown. */
async function readIsolated(
  name: string,
  source: SiteSource,
): Promise<ExtensionFacts | UnreadEntry | null> {
  try {
    const entry = await source.readEntry(name);
    return entry === null ? null : readFacts(entry);
  } catch (error) {
    if (error instanceof RegistryError && error.code === 'index-damaged')
      return { name, message: showable(error.message) };
    // recursion into very deeply nested JSON overflows the stack
    if (error instanceof RangeError) return { name, message: 'It is nested too deep' };
    throw error;
  }
}
