import type { CommandContext } from '../command.ts';
import type { Installed } from '../store/state.ts';
import { findNeeded, type NeededInstalls } from './find-needed.ts';
import type { Newer } from './find-outdated.ts';
import type { ResolvedInstall } from './resolved-install.ts';

/** Finds the extensions that new versions name and the installed ones didn't, each in its own registry. */
export async function findNewlyNamed(
  updates: readonly (Newer & { wanted: ResolvedInstall })[],
  by: { installed: (name: string) => Installed | undefined; context: CommandContext },
): Promise<NeededInstalls> {
  const found: NeededInstalls = { offered: [], missing: [] };
  for (const [registry, of] of Map.groupBy(updates, ({ wanted }) => registryOf(wanted))) {
    const [first] = of;
    if (first === undefined) continue;
    const { client } = first;
    const naming = of.map(({ wanted, newNames }) => ({ ...wanted, names: newNames }));
    const { offered, missing } = await findNeeded(naming, {
      client: () => Promise.resolve(client),
      installed: by.installed,
      context: { ...by.context, registry },
    });
    const isNew = ({ name }: ResolvedInstall) => found.offered.every((one) => one.name !== name);
    found.offered.push(...offered.filter(isNew));
    found.missing.push(...missing);
  }
  return found;
}

function registryOf({ from }: ResolvedInstall): string {
  return from.kind === 'registry' ? from.registry : '';
}
