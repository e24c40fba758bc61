import {
  type Config,
  docUrl,
  entryUrl,
  type IndexEntry,
  maxNameLength,
  namePattern,
  parseConfig,
  parseEntry,
  RegistryError,
} from '@orchestra/core';
import type { CommandContext } from '../command.ts';
import { fetchCached } from './fetch-cached.ts';
import { readText, request } from './request.ts';

/** A registry by its static files, which are enough to find and install extensions without a server. */
export interface RegistryClient {
  config: Config;
  /** The entry of an extension; null where there is none. */
  findEntry(name: string): Promise<IndexEntry | null>;
  /** @throws RegistryError `extension-unknown` */
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
      const entry = await findEntry(name);
      if (entry !== null) return entry;
      throw new RegistryError('extension-unknown', `No extension is called '${name}'`, {
        hint: `Look for it: orchestra ext search ${name}`,
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
