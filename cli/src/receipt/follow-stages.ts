import type { Config, Published, Stages } from '@orchestra/core';
import type { CommandContext } from '../command.ts';
import { isSearchable } from './is-searchable.ts';
import { probeServed } from './probe-served.ts';

/**
 * Checks whether a published version can be downloaded and found. A stage that isn't reached or can't be
 * checked stays null, because the publish itself is done.
 */
export async function followStages(
  published: Pick<Published, 'name' | 'version' | 'stages'>,
  by: { config: Config; context: CommandContext },
): Promise<Stages> {
  const [served, searchable] = await Promise.all([
    probeServed(published, by).catch(() => null),
    isSearchable(published, by).catch(() => false),
  ]);
  const now = by.context.now().toISOString();
  const { stages } = published;
  return {
    ...stages,
    served: served !== null ? (stages.served ?? now) : null,
    searchable: searchable ? (stages.searchable ?? now) : null,
  };
}
