import type { CommandContext } from '../command.ts';
import { findKnownApi } from '../registry/find-known-api.ts';
import type { Installed } from '../store/state.ts';
import type { InstallSummary } from './install-summary.ts';

/** What is reported about an extension that was installed earlier. */
export async function summarizeInstalled(
  { name, installed }: { name: string; installed: Installed },
  context: CommandContext,
): Promise<InstallSummary> {
  const { version, registry } = installed;
  // an unreadable cache means that nothing is reported
  const api = registry === null ? null : await findKnownApi(registry, context).catch(() => null);
  return { name, version, registry, api };
}
