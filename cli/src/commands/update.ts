import { count, fitColumns, styleFor } from '@orchestra/terminal';
import { askConsent } from '../ask.ts';
import type { Command, CommandContext } from '../command.ts';
import { addedPermissions, describeAdded } from '../install/added-permissions.ts';
import { findOutdated, type Newer } from '../install/find-outdated.ts';
import { installResolved } from '../install/install-resolved.ts';
import { findNewlyNamed } from '../install/find-newly-named.ts';
import { offerNeeded, showNeeded, tellMissing } from '../install/offer-needed.ts';
import { readChanges } from '../install/read-changes.ts';
import { renderInstall } from '../install/render-install.ts';
import type { ResolvedInstall } from '../install/resolved-install.ts';
import { warn } from '../render/warn.ts';
import { findInstalled } from '../store/find-installed.ts';
import { openStore } from '../store/open-store.ts';
import type { State } from '../store/state.ts';
import { reportInstalls } from '../telemetry/report-installs.ts';
import { summarizeInstall } from '../telemetry/summarize-install.ts';

/** Options of `update`. */
export interface UpdateOptions {
  /** Empty for all. */
  names: string[];
  /** Also installs the extensions that new versions newly name, as far as the registry has them. */
  withNeeded: boolean;
}

/** The extensions that were updated. */
export interface UpdateResult {
  updated: { name: string; from: string; to: string; sha256: string }[];
  /** Extensions that new versions newly name, and that were installed as well. */
  installed: { name: string; version: string; sha256: string }[];
  /** Pinned extensions that have a newer version and were not updated. */
  pinned: string[];
}

type Update = Newer & { wanted: ResolvedInstall };

/** Updates extensions. Shows the changes first, and asks again where a version needs more permissions. */
export const update: Command<UpdateOptions, UpdateResult> = {
  async run({ names, withNeeded }, context) {
    const { state } = await openStore(context);
    const chosen = names.map((name) => [name, findInstalled(state, name)] as const);
    const extensions = names.length === 0 ? state.extensions : Object.fromEntries(chosen);
    const found = await findOutdated(extensions, context);
    for (const { error } of found.failed) warn(error, context);
    const updates = found.newer.filter((newer): newer is Update => newer.wanted !== null);
    const left = found.newer.filter(({ wanted, installed }) => wanted === null && installed.pinned);
    const more: ResolvedInstall[] = [];
    if (updates.length > 0) {
      await askForAll(updates, context);
      more.push(...(await takeNamed(updates, { withNeeded, state, context })));
      const all = [...updates.map(({ wanted }) => wanted), ...more];
      await installResolved(all, context);
      await reportInstalls('install', { installs: all.map(summarizeInstall), context });
    }
    return {
      updated: updates.map(({ name, installed, wanted }) => ({
        name,
        from: installed.version,
        to: wanted.version,
        sha256: wanted.sha256,
      })),
      installed: more.map(({ name, version, sha256 }) => ({ name, version, sha256 })),
      pinned: left.map(({ name }) => name),
    };
  },
  showsUpdates: true,
  text({ updated, installed, pinned }, style) {
    const lines = updated.map(({ name, from, to }) => {
      return `${style.green('Updated')} ${style.bold(name)} from ${from} to ${to}`;
    });
    for (const { name, version } of installed) {
      lines.push(`${style.green('Installed')} ${style.bold(name)} ${version}`);
    }
    if (updated.length === 0) lines.push('Everything is up to date');
    for (const name of pinned) {
      lines.push(style.dim(`${name} is pinned; let it go on: orchestra ext install ${name}`));
    }
    return lines.join('\n');
  },
  json: ({ installed, ...result }) => ({
    ...result,
    ...(installed.length === 0 ? {} : { installed }),
  }),
};

/** Offers what new versions newly name; never installs any of it without consent. */
async function takeNamed(
  updates: readonly Update[],
  by: { withNeeded: boolean; state: State; context: CommandContext },
): Promise<ResolvedInstall[]> {
  const { withNeeded, state, context } = by;
  const installed = (name: string) => state.extensions[name];
  const named = await findNewlyNamed(updates, { installed, context });
  if (!withNeeded) {
    const how = (names: string[]) => `install them with orchestra ext install ${names.join(' ')}`;
    return offerNeeded(named, { how, context });
  }
  tellMissing(named.missing, context);
  if (named.offered.length === 0) return [];
  showNeeded(named.offered, context);
  const what = named.offered.map(({ name, version }) => `${name} ${version}`);
  await askConsent(`Install ${what.join(', ')} too?`, context);
  return named.offered;
}

async function askForAll(updates: readonly Update[], context: CommandContext): Promise<void> {
  const { stderr } = context;
  if (!context.json) {
    const style = styleFor(stderr, context);
    for (const one of updates) {
      const changes = await readChanges(one, one.wanted.version);
      const wanted = renderInstall(one.wanted, { before: one.installed, style });
      stderr.write(`${fitColumns(wanted, stderr)}\n`);
      if (changes !== '') stderr.write(`${style.dim(changes)}\n`);
    }
  }
  const [first] = updates;
  const what = updates.length === 1 ? (first?.name ?? '') : count(updates.length, 'extension');
  await askConsent(`Update ${what}?`, context);
  for (const { name, wanted, installed } of updates) {
    const added = describeAdded(addedPermissions(wanted, installed));
    if (added === '') continue;
    await askConsent(`${name} ${wanted.version} may also: ${added}. Allow it?`, context);
  }
}
