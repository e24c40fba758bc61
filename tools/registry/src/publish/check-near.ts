import {
  type IndexEntry,
  isOwner,
  problem,
  type Problem,
  RegistryError,
  type Submitter,
} from '@orchestra/core';
import type { IndexSnapshot } from '../index/git-index.ts';
import { nearNames } from './near-names.ts';

/**
 * Compares a new name with those that exist. The submitter's own names don't count: nobody is misled
 * by one's own `tide-table` beside `tidetable`.
 *
 * @returns a note for every name that looks alike
 * @throws RegistryError `name-near` where someone else's name can't be told from it; an operator may
 *   publish it all the same
 */
export async function checkNear(
  name: string,
  by: { snapshot: IndexSnapshot; submitter: Submitter },
): Promise<Problem[]> {
  const found = nearNames(name, await by.snapshot.names());
  const [twin] = await othersOf(found.same, by);
  if (twin !== undefined && by.submitter.operator !== true) {
    throw new RegistryError(
      'name-near',
      `'${name}' can't be told from '${twin.name}', which belongs to ${loginsOf(twin)}`,
      { hint: 'Choose a name that nobody can take for another one.' },
    );
  }
  const near = await othersOf(found.near.slice(0, maxNotes), by);
  return near.map((other) =>
    problem('name-near', {
      path: 'package.json#/name',
      message: `'${name}' looks like '${other.name}', which belongs to ${loginsOf(other)}`,
    }),
  );
}

/** Enough to say that a name is in a crowd. */
const maxNotes = 10;

/** Entries of those names that the submitter doesn't own. */
async function othersOf(
  names: readonly string[],
  by: { snapshot: IndexSnapshot; submitter: Submitter },
): Promise<IndexEntry[]> {
  const entries = await Promise.all(names.map((name) => by.snapshot.readEntry(name)));
  return entries.filter((entry) => entry !== null).filter((entry) => !isOwner(by.submitter, entry));
}

function loginsOf(entry: IndexEntry): string {
  return entry.owners.map((owner) => owner.login).join(', ');
}
