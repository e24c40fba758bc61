import { count } from '@orchestra/terminal';
import { askConsent } from '../ask.ts';
import type { Command } from '../command.ts';
import { findInstalled } from '../store/find-installed.ts';
import { applyStoreChange, type StoreChange } from '../store/journal.ts';
import { openLockedStore, openStore } from '../store/open-store.ts';
import { planRemove } from '../store/plan-remove.ts';
import { pruneRecords } from '../store/prune-records.ts';
import { readState } from '../store/state.ts';
import { reportInstalls } from '../telemetry/report-installs.ts';
import { summarizeInstalled } from '../telemetry/summarize-installed.ts';

/** The extensions that were removed. */
export interface UninstallResult {
  removed: { name: string; version: string }[];
}

/** Removes extensions, with their previous versions. */
export const uninstall: Command<{ names: string[] }, UninstallResult> = {
  async run(options, context) {
    const names = [...new Set(options.names)];
    const before = await openStore(context);
    for (const name of names) findInstalled(before.state, name);
    const what = names.length === 1 ? (names[0] ?? '') : count(names.length, 'extension');
    if (context.stdin.isTTY === true && !context.json) await askConsent(`Remove ${what}?`, context);

    await using store = await openLockedStore(context);
    const removed = names.map((name) => ({ name, installed: findInstalled(store.state, name) }));
    const change: StoreChange = { moves: [], state: [] };
    for (const name of names) {
      const { moves, state } = await planRemove(name, store.paths);
      change.moves.push(...moves);
      change.state.push(...state);
    }
    store.assertHeld();
    await applyStoreChange(change, store.paths);
    const after = { ...store, state: await readState(store.paths) };
    for (const name of names) await pruneRecords(name, after);
    const installs = await Promise.all(removed.map((one) => summarizeInstalled(one, context)));
    await reportInstalls('uninstall', { installs, context });
    return {
      removed: removed.map(({ name, installed }) => ({ name, version: installed.version })),
    };
  },
  text({ removed }, style) {
    const lines = removed.map(({ name, version }) => {
      return `${style.green('Removed')} ${style.bold(name)} ${version}`;
    });
    return lines.join('\n');
  },
};
