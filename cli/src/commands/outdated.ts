import { plain, renderTable } from '@orchestra/terminal';
import type { Command } from '../command.ts';
import { findOutdated, type Newer } from '../install/find-outdated.ts';
import { readChanges } from '../install/read-changes.ts';
import { warn } from '../render/warn.ts';
import { openStore } from '../store/open-store.ts';

/** An installed extension with a newer version, and what changed. */
export interface OutdatedRow {
  name: string;
  current: string;
  /** The version that an update would install. */
  wanted: string;
  latest: string;
  changelog: string;
  note: string;
}

/** Lists newer versions of installed extensions. Changes nothing. */
export const outdated: Command<object, OutdatedRow[]> = {
  async run(_options, context) {
    const { state } = await openStore(context);
    const found = await findOutdated(state.extensions, context);
    for (const { error } of found.failed) warn(error, context);
    return Promise.all(found.newer.map(toRow));
  },
  showsUpdates: true,
  text(rows, style) {
    if (rows.length === 0) return 'Everything is up to date';
    const head = ['NAME', 'CURRENT', 'WANTED', 'LATEST', ''].map((title) => style.dim(title));
    const table = renderTable([
      head,
      ...rows.map(({ name, current, wanted, latest, note }) => [
        style.bold(name),
        current,
        wanted === current ? wanted : style.green(wanted),
        latest,
        style.yellow(note),
      ]),
    ]);
    const changes = rows
      .filter(({ changelog }) => changelog !== '')
      .map(({ name, changelog }) => `${style.bold(name)}\n${indent(changelog)}`);
    return [table, ...changes].join('\n\n');
  },
  json: (rows) => rows.map(({ note: _note, ...row }) => row),
};

async function toRow(newer: Newer): Promise<OutdatedRow> {
  const { name, installed, wanted, latest } = newer;
  const current = installed.version;
  const upTo = wanted?.version ?? latest;
  return {
    name,
    current,
    wanted: wanted?.version ?? current,
    latest,
    changelog: await readChanges(newer, upTo),
    note: noteOf(newer),
  };
}

function noteOf({ installed, withdrawn }: Newer): string {
  if (withdrawn !== null) {
    const reason = withdrawn.reason === '' ? '' : `: ${plain(withdrawn.reason)}`;
    return `${installed.version} was ${withdrawn.status}${reason}`;
  }
  return installed.pinned ? 'pinned' : '';
}

function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '' : `  ${line}`))
    .join('\n');
}
