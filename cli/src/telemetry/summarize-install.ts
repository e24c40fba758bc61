import type { ResolvedInstall } from '../install/resolved-install.ts';
import type { InstallSummary } from './install-summary.ts';

/** What is reported about a version that was just installed. */
export function summarizeInstall({ name, version, from }: ResolvedInstall): InstallSummary {
  if (from.kind === 'file') return { name, version, registry: null, api: null };
  return { name, version, registry: from.registry, api: from.client.config.api };
}
