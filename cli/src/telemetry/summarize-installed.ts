import type { CommandContext } from '../command.ts';
import { findKnownApi } from '../registry/find-known-api.ts';
import type { Installed } from '../store/state.ts';
import type { InstallSummary } from './install-summary.ts';

/** What is told of an extension that was installed before. */
export async function summarizeInstalled(
  { name, installed }: { name: string; installed: Installed },
  context: CommandContext,
): Promise<InstallSummary> {
  const { version, registry } = installed;
  // what can't be read is not told
  const api = registry === null ? null : await findKnownApi(registry, context).catch(() => null);
  return { name, version, registry, api };
}
