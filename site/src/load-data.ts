import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Card, ExtensionPage, SiteData } from './build/page-data.ts';
import { readConfig } from './read-config.ts';

const { dataDirectory } = readConfig(process.env);
const site = read<SiteData>('site.json');
const cards = read<Card[]>('cards.json');

/** What every page needs. */
export function loadSite(): Promise<SiteData> {
  return site;
}

/** Every live extension, by name. */
export function loadCards(): Promise<Card[]> {
  return cards;
}

/** The cards of some names, in the order of the names. */
export async function loadCardsOf(names: readonly string[]): Promise<Card[]> {
  const byName = new Map((await cards).map((card) => [card.name, card]));
  return names.flatMap((name) => byName.get(name) ?? []);
}

/** Names of all extensions, those with nothing live among them. */
export function loadNames(): Promise<string[]> {
  return read<string[]>('names.json');
}

/** Everything on the page of one extension. */
export function loadExtension(name: string): Promise<ExtensionPage> {
  return read<ExtensionPage>(join('extensions', `${name}.json`));
}

/** The build that starts Astro has just written these files from values of the same types. */
async function read<T>(path: string): Promise<T> {
  return JSON.parse(await readFile(join(dataDirectory, path), 'utf8'));
}
