import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SiteData } from './build/page-data/page-data.ts';
import type { PageKind, PageKinds, SinglePages } from './build/pages/planned-page.ts';
import { readConfig } from './read-config.ts';

const { dataDirectory } = readConfig(process.env);
const site = read<SiteData>('site.json');

/** What every page needs. */
export function loadSite(): Promise<SiteData> {
  return site;
}

/** Of the pages of a kind that are to be rendered, which may be none. */
export async function loadIds(kind: PageKind): Promise<string[]> {
  const names = await readdir(join(dataDirectory, kind));
  return names.map((name) => decodeURIComponent(name.replace(/\.json$/, '')));
}

/**
 * Everything on one page.
 *
 * @param id as Astro has it: it leaves what has a meaning in addresses encoded, `c%23`; no id has a `%`
 */
export function loadPage<Kind extends PageKind>(kind: Kind, id: string): Promise<PageKinds[Kind]> {
  return read(join(kind, `${encodeURIComponent(decodeURIComponent(id))}.json`));
}

/** Everything on a page that exists once. */
export function loadSingle<Name extends keyof SinglePages>(name: Name): Promise<SinglePages[Name]> {
  return read(`${name}.json`);
}

/** The build that starts Astro has just written these files from values of the same types. */
async function read<T>(path: string): Promise<T> {
  return JSON.parse(await readFile(join(dataDirectory, path), 'utf8'));
}
