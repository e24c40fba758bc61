import { sha256Hex, writeFileAtomic } from '@orchestra/core/node';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type ExtensionFacts, readFacts } from './read-facts.ts';
import type { SiteSource } from '../site-source.ts';

/** Facts by name. */
type Facts = Record<string, ExtensionFacts>;

/** What an earlier build read, and of which commit, by which code. */
interface Stamp {
  commit: string;
  code: string;
}

/**
 * What the entries of an index say: only those are read that changed since the build before, and all where it
 * can't be told which did.
 *
 * @param options.directory where facts are kept between builds
 * @param options.code digest of the code that reads
 */
export async function readKnownFacts(
  source: SiteSource,
  options: { directory: string; code: string },
): Promise<ExtensionFacts[]> {
  const { directory, code } = options;
  const stampFile = join(directory, 'stamp.json');
  const stamp = await readJson<Stamp>(stampFile);
  const isOurs = stamp !== null && stamp.code === code;
  const known = isOurs ? await readGroups(directory) : null;
  const changed = isOurs && known !== null ? await source.changedSince(stamp.commit) : null;
  const groups = changed === null || known === null ? emptyGroups() : known;
  if (changed?.length === 0) return listFacts(groups);
  const names = changed ?? (await source.names());
  for (const name of names) {
    const group = groups.get(groupOf(name)) ?? {};
    const entry = await source.readEntry(name);
    if (entry === null) delete group[name];
    else group[name] = readFacts(entry);
  }
  // without a stamp nothing of it is believed: killed between two groups, a build begins anew
  await rm(stampFile, { force: true });
  const toWrite = changed === null ? groupIds : new Set(names.map(groupOf));
  for (const id of toWrite)
    await writeFileAtomic(join(directory, `${id}.json`), JSON.stringify(groups.get(id)));
  const now: Stamp = { commit: source.commit, code };
  await writeFileAtomic(stampFile, JSON.stringify(now));
  return listFacts(groups);
}

/** Facts are kept in 64 files: a publish changes one of them. */
const groupIds = Array.from({ length: 64 }, (_, nth) => (nth * 4).toString(16).padStart(2, '0'));

function groupOf(name: string): string {
  const byte = Number.parseInt(sha256Hex(name).slice(0, 2), 16);
  return (byte - (byte % 4)).toString(16).padStart(2, '0');
}

function emptyGroups(): Map<string, Facts> {
  return new Map(groupIds.map((id) => [id, {}]));
}

/** Null where one of them is missing or damaged. */
async function readGroups(directory: string): Promise<Map<string, Facts> | null> {
  const groups = new Map<string, Facts>();
  for (const id of groupIds) {
    const facts = await readJson<Facts>(join(directory, `${id}.json`));
    if (facts === null) return null;
    groups.set(id, facts);
  }
  return groups;
}

function listFacts(groups: ReadonlyMap<string, Facts>): ExtensionFacts[] {
  return [...groups.values()].flatMap((group) => Object.values(group));
}

/** An earlier build wrote it, as a whole; null where it is missing, or a disk has damaged it. */
async function readJson<T>(file: string): Promise<T | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return null;
  }
}
