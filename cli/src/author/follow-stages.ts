import {
  type Config,
  IndexEntrySchema,
  packageUrl,
  type Published,
  type Stages,
} from '@orchestra/core';
import * as Type from 'typebox';
import type { CommandContext } from '../command.ts';
import { callApi } from '../registry/api-client.ts';
import { request } from '../registry/request.ts';

const ShownSchema = Type.Object({ data: Type.Object({ entry: IndexEntrySchema }) });

/**
 * Looks whether a version that was published can be downloaded and found by now. What isn't so yet,
 * or can't be asked, stays null: the publish itself is done.
 */
export async function followStages(
  published: Pick<Published, 'name' | 'version' | 'stages'>,
  by: { config: Config; context: CommandContext },
): Promise<Stages> {
  const [served, searchable] = await Promise.all([
    isServed(published, by).catch(() => false),
    isSearchable(published, by).catch(() => false),
  ]);
  const now = by.context.now().toISOString();
  const { stages } = published;
  return {
    ...stages,
    served: served ? (stages.served ?? now) : null,
    searchable: searchable ? (stages.searchable ?? now) : null,
  };
}

async function isServed(
  of: { name: string; version: string },
  by: { config: Config; context: CommandContext },
): Promise<boolean> {
  const { context } = by;
  const url = packageUrl(by.config, of);
  return (await request(url, { context, init: { method: 'HEAD' } })).ok;
}

async function isSearchable(
  of: { name: string; version: string },
  by: { config: Config; context: CommandContext },
): Promise<boolean> {
  const url = `${by.config.api ?? ''}/extensions/${of.name}`;
  const { data } = await callApi({ url, answer: ShownSchema }, by.context);
  return data.entry.versions.some(({ version }) => version === of.version);
}
