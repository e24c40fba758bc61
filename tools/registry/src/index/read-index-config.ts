import { type Config, ConfigSchema, parseJson, RegistryError } from '@orchestra/core';
import type { IndexSnapshot } from './git-index.ts';

/**
 * Reads `config.json` from an index.
 *
 * @throws RegistryError `index-damaged`
 */
export async function readIndexConfig(snapshot: IndexSnapshot): Promise<Config> {
  const parsed = parseJson(ConfigSchema, (await snapshot.readFile('config.json')) ?? '');
  if (parsed.ok) return parsed.value;
  throw new RegistryError('index-damaged', `config.json of the index: ${parsed.reason}`, {
    hint: 'Correct the file in a commit.',
  });
}
