import { RegistryError, showable } from '@orchestra/core';
import type { SiteSource } from '../site-source.ts';
import type { ExtensionFacts } from './extension-facts.ts';
import { KeptFacts, readStamp } from './kept-facts.ts';
import { readFacts } from './read-facts.ts';

/** What the entries of an index say. */
export interface KnownFacts {
  facts: ExtensionFacts[];
  /** Those whose entries can't be read: of some, earlier facts are among the facts. */
  unread: UnreadEntry[];
}

/** An entry that can't be read, and why. */
export interface UnreadEntry {
  name: string;
  /** Without addresses. */
  message: string;
}

/**
 * Reads what the entries of an index say: only those are read that changed since the build before, and all where it
 * can't be told which did. One that can't be read stops nobody else, and is tried again at each build.
 *
 * @param options.directory where facts are kept between builds
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
  // where all are read again, earlier facts still do for an entry that can't be
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

/** Null where there is no such entry; what can't be told of an entry itself is thrown. */
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
    // what is nested thousands of levels deep exhausts the stack of whatever walks it
    if (error instanceof RangeError) return { name, message: 'It is nested too deep' };
    throw error;
  }
}
