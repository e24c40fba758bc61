import { type IndexEntry, RegistryError } from '@orchestra/core';
import type { CommandContext } from '../command.ts';
import { findByExtensionId } from '../registry/find-by-extension-id.ts';
import { isDown } from '../registry/is-down.ts';
import type { RegistryClient } from '../registry/registry-client.ts';
import type { Installed } from '../store/state.ts';
import { resolveInstallOf } from './resolve-install.ts';
import type { ResolvedInstall } from './resolved-install.ts';

/** The extensions that others name, and that aren't installed. */
export interface NeededInstalls {
  /** Those that the registry has; one that is named by another stands behind it. */
  offered: ResolvedInstall[];
  missing: MissingExtension[];
}

/** An extension that is named and can't be installed from here. */
export interface MissingExtension {
  /** As the manifest names it. */
  id: string;
  why: string;
}

/** The most extensions that are looked for: a chain of them may be endless. */
const mostLookedFor = 50;

/**
 * Finds what extensions name as needed or brought along, and what those name in turn; each once, also where
 * they name each other in a circle.
 */
export async function findNeeded(
  resolved: readonly ResolvedInstall[],
  by: {
    client: () => Promise<RegistryClient>;
    installed: (name: string) => Installed | undefined;
    context: CommandContext;
  },
): Promise<NeededInstalls> {
  const seen = new Set(resolved.map(({ name }) => name));
  const ids = new Map(resolved.flatMap((one) => one.names).map((id) => [id.toLowerCase(), id]));
  const found: NeededInstalls = { offered: [], missing: [] };
  for (const id of ids.values()) {
    if (found.offered.length + found.missing.length >= mostLookedFor) {
      found.missing.push({ id, why: `more than ${mostLookedFor} extensions are named` });
      break;
    }
    const one = await findOne(id, by);
    if ('why' in one) found.missing.push(one);
    else if (!seen.has(one.entry.name) && by.installed(one.entry.name) === undefined) {
      seen.add(one.entry.name);
      const needed = tryResolve(one, by.context);
      if ('why' in needed) {
        found.missing.push(needed);
        continue;
      }
      found.offered.push(needed);
      // a Map goes on over what is added to it
      for (const more of needed.names) {
        if (!ids.has(more.toLowerCase())) ids.set(more.toLowerCase(), more);
      }
    }
  }
  return found;
}

interface Found {
  id: string;
  entry: IndexEntry;
  client: RegistryClient;
}

async function findOne(
  id: string,
  { client: connect }: { client: () => Promise<RegistryClient> },
): Promise<Found | MissingExtension> {
  try {
    const client = await connect();
    const entry = await findByExtensionId(id, client);
    return entry === null
      ? { id, why: `${client.config.name} doesn't have it` }
      : { id, entry, client };
  } catch (error) {
    if (isDown(error)) return { id, why: error.message };
    throw error;
  }
}

/** The version that an install would take, by the same rules: no pre-release, nothing withdrawn. */
function tryResolve(
  { id, entry, client }: Found,
  context: CommandContext,
): ResolvedInstall | MissingExtension {
  try {
    const asked = { preReleases: false, installed: undefined };
    return resolveInstallOf(entry, { asked, client, context });
  } catch (error) {
    if (error instanceof RegistryError) return { id, why: error.message };
    throw error;
  }
}
