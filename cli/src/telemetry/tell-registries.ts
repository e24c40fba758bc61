import type { CommandContext } from '../command.ts';
import { mayTell } from './may-tell.ts';
import type { ToldInstall } from './told-install.ts';

/**
 * Tells the registries that extensions came from that they were installed or removed. It is done by a
 * process of its own that nobody waits for: no API, however slow, slows or fails a command.
 */
export async function tellRegistries(
  what: 'install' | 'uninstall',
  { told, context }: { told: readonly ToldInstall[]; context: CommandContext },
): Promise<void> {
  if (!mayTell(context.env)) return;
  const byRegistry = Map.groupBy(told, ({ registry }) => registry);
  for (const [registry, installs] of byRegistry) {
    const api = installs[0]?.api ?? null;
    if (registry === null || api === null) continue;
    const names = installs.map(({ name, version }) => `${name}@${version}`);
    const where = ['--registry', registry, '--api', api];
    const started = context.startAgain(['tell', what, ...names, ...where], {
      ORCHESTRA_HOME: context.home,
      // a token from the environment is for the registry that the command was given
      ...(registry === context.registry ? {} : { ORCHESTRA_TOKEN: '' }),
    });
    await started.catch(() => {}); // a machine that can't start it has installed all the same
  }
}
