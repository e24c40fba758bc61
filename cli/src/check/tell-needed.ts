import {
  inParallel,
  type Manifest,
  nameFew,
  type Problem,
  problem,
  readVscodeRelations,
} from '@orchestra/core';
import { findByExtensionId } from '../registry/find-by-extension-id.ts';
import type { RegistryClient } from '../registry/registry-client.ts';

/** Extensions that a message names. */
const mostNamed = 5;

/**
 * Says which of the extensions that a manifest names the registry has. Those that are missing are a warning
 * where the extension doesn't work without them.
 */
export async function tellNeeded(
  found: Problem,
  { manifest, client }: { manifest: Manifest; client: RegistryClient },
): Promise<Problem> {
  const field = found.path.endsWith('extensionPack') ? 'extensionPack' : 'extensionDependencies';
  const ids = readVscodeRelations(manifest)?.[field] ?? [];
  const names = new Map<string, string>();
  await inParallel(ids, {
    atOnce: 8,
    async run(id) {
      const entry = await findByExtensionId(id, client);
      if (entry !== null) names.set(id, entry.name);
    },
  });
  const there = ids.flatMap((id) => (names.has(id) ? [`${id} (as ${names.get(id)})`] : []));
  const missing = ids.filter((id) => !names.has(id));
  const where = client.config.name;
  const message = [
    found.message,
    ...(there.length === 0 ? [] : [`${where} has ${nameFew(there, mostNamed)}`]),
    ...(missing.length === 0 ? [] : [`${where} doesn't have ${nameFew(missing, mostNamed)}`]),
  ].join('; ');
  const isMissed = missing.length > 0 && field === 'extensionDependencies';
  return problem('extensions-needed', {
    path: found.path,
    message,
    severity: isMissed ? 'warning' : found.severity,
  });
}
