import { RegistryError } from '@orchestra/core';
import { lt } from 'semver';
import { askConsent } from '../ask.ts';
import type { Command } from '../command.ts';
import { addedPermissions, describeAdded } from '../install/added-permissions.ts';
import { findInstalled } from '../store/find-installed.ts';
import { applyStoreChange } from '../store/journal.ts';
import { openLockedStore, openStore, type Store } from '../store/open-store.ts';
import { planRollback } from '../store/plan-rollback.ts';
import { previousIds } from '../store/previous-ids.ts';
import { listRecords } from '../store/record.ts';
import type { Installed } from '../store/state.ts';
import { versionId } from '../store/store-paths.ts';

/** The versions before and after a rollback. */
export interface RollbackResult {
  name: string;
  from: string;
  to: string;
  /** True where updates leave the version alone until another is asked for. */
  pinned: boolean;
}

/** Goes back to the previous version, without a network. An older version is then pinned. */
export const rollback: Command<{ name: string }, RollbackResult> = {
  async run({ name }, context) {
    const before = await openStore(context);
    const current = findInstalled(before.state, name);
    const previous = await findPrevious(name, before);
    const added = describeAdded(addedPermissions(previous, current));
    if (added !== '') {
      await askConsent(`${name} ${previous.version} may also: ${added}. Go back to it?`, context);
    }
    await using store = await openLockedStore(context);
    const now = findInstalled(store.state, name);
    const target = await findPrevious(name, store);
    if (now.sha256 !== current.sha256 || target.sha256 !== previous.sha256) {
      throw new RegistryError('busy', `${name} was changed by another process meanwhile`, {
        hint: 'See what is installed, then try again: orchestra ext list',
      });
    }
    store.assertHeld();
    // going to a newer version again pins nothing
    const pinned = target.pinned || lt(target.version, now.version);
    const change = planRollback({ name, current: now, previous: { ...target, pinned } });
    await applyStoreChange(change, store.paths);
    return { name, from: now.version, to: target.version, pinned };
  },
  text({ name, from, to, pinned }, style) {
    const done = `${style.green('Went back')} with ${style.bold(name)} from ${from} to ${to}`;
    if (!pinned) return done;
    const way = `It stays at ${to} until you run: orchestra ext install ${name}`;
    return `${done}\n${style.dim(way)}`;
  },
};

async function findPrevious(name: string, { paths }: Store): Promise<Installed> {
  const [id] = await previousIds(name, paths);
  const records = await listRecords(name, paths);
  const found = records.find(({ installed }) => versionId(installed) === id);
  if (found !== undefined) return found.installed;
  throw new RegistryError(
    'no-previous-version',
    `No version before this one of '${name}' is kept`,
    {
      hint: `Install one: orchestra ext versions ${name}, then orchestra ext install ${name}@VERSION`,
    },
  );
}
