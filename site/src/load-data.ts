import { parseJson } from '@orchestra/core';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Static, TSchema } from 'typebox';
import {
  type PageKind,
  type PageSchemas,
  pageSchemas,
  type SingleSchemas,
  singleSchemas,
} from './build/page-data/page-schemas.ts';
import { type SiteData, SiteDataSchema } from './build/page-data/site-data.ts';
import { readConfig } from './read-config.ts';

const { dataDirectory } = readConfig();
const site = read('site.json', SiteDataSchema);

/** Loads the data that every page needs. */
export function loadSite(): Promise<SiteData> {
  return site;
}

/**
 * Loads the data of a page.
 *
 * @param id as Astro passes it: characters with a meaning in URLs are encoded, `c%23`; no id contains a `%`.
 *   Astro's types let it be missing, though no template renders without it
 */
export function loadPage<Kind extends PageKind>(
  kind: Kind,
  id = '',
): Promise<Static<PageSchemas[Kind]>> {
  const path = join(kind, `${encodeURIComponent(decodeURIComponent(id))}.json`);
  return read(path, pageSchemas[kind]);
}

/** Loads the data of a page that exists once. */
export function loadSingle<Name extends keyof SingleSchemas>(
  name: Name,
): Promise<Static<SingleSchemas[Name]>> {
  return read(`${name}.json`, singleSchemas[name]);
}

/**
 * Reads a data file, which the build has written before it renders pages; see
 * `build/page-data/write-page-data.ts`.
 */
async function read<S extends TSchema>(path: string, schema: S): Promise<Static<S>> {
  const parsed = parseJson(schema, await readFile(join(dataDirectory, path), 'utf8'));
  if (parsed.ok) return parsed.value;
  throw new Error(`${path} is not what its page shows: ${parsed.reason}`);
}
