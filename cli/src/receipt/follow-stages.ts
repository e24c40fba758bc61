import type { Config, Published, Stages } from '@orchestra/core';
import type { CommandContext } from '../command.ts';
import { isSearchable } from './is-searchable.ts';
import { probeServed } from './probe-served.ts';

/**
 * Looks whether a version that was published can be downloaded and found by now. What isn't so yet,
 * or can't be asked, stays null: the publish itself is done.
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
