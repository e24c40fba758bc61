import { nearNames, problem, type Problem, RegistryError } from '@orchestra/core';
import { type SearchItem } from '@orchestra/search';
import { note } from '../render/note.ts';
import { readItems, type Site } from '../search/search-site.ts';

/** The most names; more wouldn't help the reader. */
const maxShown = 10;

/**
 * Finds extensions with names similar to this one, by the registry's own rule, in the site's search files.
 * Returns a note where the site has no such files.
 */
export async function findNear(name: string, site: Site): Promise<Problem[]> {
  const items = await readNearby(name, site);
  const owners = new Map(items.map((item) => [item.name, item.publishers.join(', ')]));
  const { same, near } = nearNames(name, [...owners.keys()]);
  const describe = (other: string, how: string) =>
    problem('name-near', {
      path: name,
      message: `'${name}' ${how} '${other}', which belongs to ${owners.get(other)}`,
    });
  return [
    ...same.slice(0, maxShown).map((other) => describe(other, "can't be told from")),
    ...near.slice(0, maxShown).map((other) => describe(other, 'looks like')),
  ];
}

async function readNearby(name: string, site: Site): Promise<SearchItem[]> {
  const words = `${name.replaceAll('-', ' ')} ${name.replaceAll('-', '')}`;
  try {
    return await readItems(words, site);
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error;
    note(`Which names are near to it is not known: ${error.message}`, site.context);
    return [];
  }
}
