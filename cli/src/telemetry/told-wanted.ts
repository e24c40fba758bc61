import type { Wanted } from '../install/wanted.ts';
import type { ToldInstall } from './told-install.ts';

/** What is told of a version that was installed. */
export function toldWanted({ name, version, from }: Wanted): ToldInstall {
  if (from.kind === 'file') return { name, version, registry: null, api: null };
  return { name, version, registry: from.registry, api: from.client.config.api };
}
