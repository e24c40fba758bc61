import { type Config, IndexEntrySchema } from '@orchestra/core';
import * as Type from 'typebox';
import type { CommandContext } from '../command.ts';
import { callApi } from '../registry/api-client.ts';

const ShownSchema = Type.Object({ data: Type.Object({ entry: IndexEntrySchema }) });

/**
 * True where the API knows a version.
 *
 * @throws RegistryError whatever {@link callApi} throws
 */
export async function isSearchable(
  of: { name: string; version: string },
  by: { config: Config; context: CommandContext },
): Promise<boolean> {
  const url = `${by.config.api ?? ''}/extensions/${of.name}`;
  const { data } = await callApi({ url, answer: ShownSchema }, by.context);
  return data.entry.versions.some(({ version }) => version === of.version);
}
