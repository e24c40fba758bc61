import type { CommandContext } from '../command.ts';
import { mayReport } from './may-report.ts';
import type { InstallSummary } from './install-summary.ts';

/**
 * Tells the registries that extensions came from that they were installed or removed. It is done by a
 * process of its own that nobody waits for: no API, however slow, slows or fails a command.
 */
export async function reportInstalls(
  what: 'install' | 'uninstall',
  { installs, context }: { installs: readonly InstallSummary[]; context: CommandContext },
): Promise<void> {
  if (!mayReport(context.env)) return;
  const byRegistry = Map.groupBy(installs, ({ registry }) => registry);
  for (const [registry, own] of byRegistry) {
    const api = own[0]?.api ?? null;
    if (registry === null || api === null) continue;
    const names = own.map(({ name, version }) => `${name}@${version}`);
    const where = ['--registry', registry, '--api', api];
    const started = context.startAgain(['report-installs', what, ...names, ...where], {
      ORCHESTRA_HOME: context.home,
      // a token from the environment is for the registry that the command was given
      ...(registry === context.registry ? {} : { ORCHESTRA_TOKEN: '' }),
    });
    await started.catch(() => {}); // a machine that can't start it has installed all the same
  }
}
