import { inParallel, latestVersion, RegistryError } from '@orchestra/core';
import { gt } from 'semver';
import type { CommandContext } from '../command.ts';
import { connectRegistry, type RegistryClient } from '../registry/registry-client.ts';
import { startProgress } from '../render/progress.ts';
import type { Installed, State } from '../store/state.ts';
import { namesIn, resolveInstallOf } from './resolve-install.ts';
import type { ResolvedInstall } from './resolved-install.ts';

/** An installed extension with a newer or withdrawn version. */
export interface Newer {
  name: string;
  installed: Installed;
  /** What an update would install; the installed version itself where it is pinned. */
  wanted: ResolvedInstall | null;
  /** Ids of VS Code extensions that the wanted version names, and the installed one didn't. */
  newNames: string[];
  /** Newest live version, stable where there is one. */
  latest: string;
  client: RegistryClient;
  /** The status of the installed version, where it was yanked or quarantined. */
  withdrawn: { status: 'yanked' | 'quarantined'; reason: string } | null;
}

/** Newer versions, and extensions that couldn't be checked. */
export interface Outdated {
  newer: Newer[];
  /** Errors by name: the extension is gone, or no version fits. */
  failed: { name: string; error: RegistryError }[];
}

/**
 * Finds newer versions of all installed extensions. Local packages are skipped.
 *
 * @throws RegistryError `registry-unreachable`, `registry-not-one`
 */
export async function findOutdated(
  extensions: State['extensions'],
  context: CommandContext,
): Promise<Outdated> {
  using _progress = await startProgress(context, 'Asking for newer versions');
  const outdated: Outdated = { newer: [], failed: [] };
  const clients = new Map<string, Promise<RegistryClient>>();
  const clientOf = (registry: string) => {
    const known = clients.get(registry) ?? connectRegistry({ ...context, registry });
    clients.set(registry, known);
    return known;
  };
  await inParallel(Object.entries(extensions), {
    atOnce: 8,
    async run([name, installed]) {
      if (installed.registry === null) return;
      const client = await clientOf(installed.registry);
      try {
        const newer = await findNewer({ name, installed }, { client, context });
        if (newer !== null) outdated.newer.push(newer);
      } catch (error) {
        if (!(error instanceof RegistryError) || isOffline(error)) throw error;
        outdated.failed.push({ name, error });
      }
    },
  });
  outdated.newer.sort((left, right) => (left.name < right.name ? -1 : 1));
  return outdated;
}

async function findNewer(
  of: { name: string; installed: Installed },
  by: { client: RegistryClient; context: CommandContext },
): Promise<Newer | null> {
  const { name, installed } = of;
  const { client } = by;
  const entry = await client.entry(name);
  const registry = installed.registry ?? by.context.registry;
  const latest = latestVersion(entry)?.version ?? installed.version;
  const published = entry.versions.find(({ version }) => version === installed.version);
  const withdrawn =
    published === undefined || published.status === 'live'
      ? null
      : { status: published.status, reason: published.reason ?? '' };
  if (installed.pinned) {
    const nothing = !gt(latest, installed.version) && withdrawn === null;
    return nothing ? null : { ...of, wanted: null, newNames: [], latest, client, withdrawn };
  }
  const { range } = installed;
  const wanted = resolveInstallOf(entry, {
    asked: { ...(range === undefined ? {} : { range }), preReleases: false, installed },
    client,
    context: { ...by.context, registry },
  });
  // where the installed version was yanked, an older live one isn't an update
  const isNewer = gt(wanted.version, installed.version);
  if (!isNewer && withdrawn === null && !gt(latest, installed.version)) return null;
  if (!isNewer) return { ...of, wanted: null, newNames: [], latest, client, withdrawn };
  const known = new Set(namesIn(published?.vscode).map((id) => id.toLowerCase()));
  const newNames = wanted.names.filter((id) => !known.has(id.toLowerCase()));
  return { ...of, wanted, newNames, latest, client, withdrawn };
}

function isOffline({ code }: RegistryError): boolean {
  return code === 'registry-unreachable' || code === 'registry-not-one';
}
