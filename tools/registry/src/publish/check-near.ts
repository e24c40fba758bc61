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
 * Compares a new name with existing ones. Names of the submitter don't count, because nobody is misled by an
 * author's `tide-table` beside the same author's `tidetable`.
 *
 * @param by.approved true where a person saw the similar names and approved the new one
 * @returns a note for every name that looks alike
 * @throws RegistryError `name-near` where the name is confusable with someone else's; an operator may publish
 *   it anyway
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

/** The most notes; more wouldn't help the reader. */
const maxNotes = 10;

/** The entries of those names that belong to other owners. */
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
