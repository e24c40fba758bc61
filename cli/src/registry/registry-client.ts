import {
  asExtensionId,
  type Config,
  docUrl,
  entryUrl,
  type IndexEntry,
  extensionIdsOf,
  maxNameLength,
  namePattern,
  namesOfExtensionId,
  parseConfig,
  parseEntry,
  RegistryError,
} from '@orchestra/core';
import type { CommandContext } from '../command.ts';
import { fetchCached } from './fetch-cached.ts';
import { findByExtensionId } from './find-by-extension-id.ts';
import { readText, request } from './request.ts';

/** A registry by its static files, which are enough to find and install extensions without a server. */
export interface RegistryClient {
  config: Config;
  /** The entry of an extension; null where there is none. */
  findEntry(name: string): Promise<IndexEntry | null>;
  /**
   * The entry of an extension by its name here, or by its id in VS Code, `publisher.name`.
   *
   * @throws RegistryError `extension-unknown`
   */
  entry(name: string): Promise<IndexEntry>;
  /** Text of a docs file such as `changelog.md`; null where the version has none. */
  readDoc(of: { name: string; version: string; path: string }): Promise<string | null>;
}

const maxDocBytes = 4 * 1024 * 1024;

/**
 * Connects to a registry by reading its `config.json`.
 *
 * @throws RegistryError `registry-unreachable`, `registry-not-one`
 */
export async function connectRegistry(context: CommandContext): Promise<RegistryClient> {
  const url = `${context.registry}/config.json`;
  const text = await fetchCached(url, context);
  if (text === null) {
    throw new RegistryError('registry-not-one', `${url} is not there: this is no registry`, {
      hint: 'Check the address given by --registry or ORCHESTRA_REGISTRY.',
    });
  }
  const config = parseConfig(text, { url });
  const findEntry = (name: string) => fetchEntry(name, { config, context });
  return {
    config,
    findEntry,
    async entry(name) {
      const id = asExtensionId(name);
      const entry =
        id === null ? await findEntry(name) : await findByExtensionId(id, { findEntry });
      if (entry !== null) return entry;
      throw new RegistryError('extension-unknown', `No extension is called '${name}'`, {
        hint: id === null ? `Look for it: ${searchFor(name)}` : await adviseOnId(id, findEntry),
      });
    },
    async readDoc(of) {
      const response = await request(docUrl(config, of), { context });
      return response.ok ? readText(response, maxDocBytes) : null;
    },
  };
}

/** Fetches an entry. An invalid name has none, and is never made into a URL. */
async function fetchEntry(
  name: string,
  from: { config: Config; context: CommandContext },
): Promise<IndexEntry | null> {
  if (!new RegExp(namePattern).test(name) || name.length > maxNameLength) return null;
  const url = entryUrl(from.config, name);
  const text = await fetchCached(url, from.context);
  return text === null ? null : parseEntry(text, { path: url, name });
}

const searchFor = (words: string) => `orchestra ext search ${words}`;

/** What to type where no extension has an id of VS Code: one of that name may be here, of another publisher. */
async function adviseOnId(id: string, findEntry: RegistryClient['findEntry']): Promise<string> {
  const named = namesOfExtensionId(id);
  const found = await Promise.all(named.map(findEntry));
  const entry = found.find((each) => each !== null);
  const words = id.slice(id.indexOf('.') + 1);
  if (entry === undefined) {
    return `'${id}' is how VS Code names one; its name here may differ: ${searchFor(words)}`;
  }
  const [own] = extensionIdsOf(entry);
  const is = own === undefined ? 'which has no id in VS Code' : `which VS Code calls '${own}'`;
  return `There is '${entry.name}', ${is}: orchestra ext show ${entry.name}. Or look for another: ${searchFor(words)}`;
}
