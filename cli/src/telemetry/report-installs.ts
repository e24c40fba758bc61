import type { CommandContext } from '../command.ts';
import { mayReport } from './may-report.ts';
import type { InstallSummary } from './install-summary.ts';

/**
 * Reports installs or removals to the registries that the extensions came from. A background process does it,
 * so that a slow API never delays or fails a command.
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
      // a token from the environment belongs to the command's own registry only
      ...(registry === context.registry ? {} : { ORCHESTRA_TOKEN: '' }),
    });
    await started.catch(() => {}); // the install is done, even if the report can't be started
  }
}
