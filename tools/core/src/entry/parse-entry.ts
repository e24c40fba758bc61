import { parseJson } from '../parse/parse-json.ts';
import { RegistryError } from '../problems/registry-error.ts';
import { type IndexEntry, IndexEntrySchema } from '../schema/index-entry.ts';

/**
 * Reads an index entry.
 *
 * @param from.path where the text comes from, for the message
 * @param from.name the name that the entry must carry, where it is known
 * @throws RegistryError `index-damaged` with everything that is wrong with it
 */
export function parseEntry(text: string, from: { path: string; name?: string }): IndexEntry {
  const parsed = parseJson(IndexEntrySchema, text);
  if (!parsed.ok) {
    throw new RegistryError(
      'index-damaged',
      `${from.path} is not an index entry: ${parsed.reason}`,
      {
        hint: 'Tell the operator of the registry; `registry verify` finds every damaged entry.',
      },
    );
  }
  if (from.name !== undefined && parsed.value.name !== from.name) {
    throw new RegistryError(
      'index-damaged',
      `${from.path} should be the entry of '${from.name}'; it is that of '${parsed.value.name}'`,
      { hint: 'Tell the operator of the registry.' },
    );
  }
  return parsed.value;
}
