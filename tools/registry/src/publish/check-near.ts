import {
  type IndexEntry,
  isOwner,
  nearNames,
  problem,
  type Problem,
  RegistryError,
  type Submitter,
} from '@orchestra/core';
import type { IndexSnapshot } from '../index/git-index.ts';

/**
 * Compares a new name with those that exist. The submitter's own names don't count: nobody is misled
 * by one's own `tide-table` beside `tidetable`.
 *
 * @param by.approved a person was told of them and let the name be claimed
 * @returns a note for every name that looks alike
 * @throws RegistryError `name-near` where someone else's name can't be told from it; an operator may
 *   publish it all the same
 */
export async function checkNear(
  name: string,
  by: { snapshot: IndexSnapshot; submitter: Submitter; approved: boolean },
): Promise<Problem[]> {
  const found = nearNames(name, await by.snapshot.names());
  const twins = await othersOf(found.same, by);
  const [twin] = twins;
  if (twin !== undefined && by.submitter.operator !== true && !by.approved) {
    throw new RegistryError(
      'name-near',
      `'${name}' can't be told from '${twin.name}', which belongs to ${loginsOf(twin)}`,
      { hint: 'Choose a name that nobody can take for another one.' },
    );
  }
  const near = await othersOf(found.near.slice(0, maxNotes), by);
  const told = (other: IndexEntry, how: string) =>
    problem('name-near', {
      path: 'package.json#/name',
      message: `'${name}' ${how} '${other.name}', which belongs to ${loginsOf(other)}`,
    });
  return [
    ...twins.slice(0, maxNotes).map((other) => told(other, "can't be told from")),
    ...near.map((other) => told(other, 'looks like')),
  ];
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
