import type { CommandContext } from '../command.ts';
import { findKnownApi } from '../registry/find-known-api.ts';
import type { Installed } from '../store/state.ts';
import type { ToldInstall } from './told-install.ts';

/** What is told of an extension that was installed before. */
export async function toldInstalled(
  { name, installed }: { name: string; installed: Installed },
  context: CommandContext,
): Promise<ToldInstall> {
  const { version, registry } = installed;
  // what can't be read is not told
  const api = registry === null ? null : await findKnownApi(registry, context).catch(() => null);
  return { name, version, registry, api };
}
