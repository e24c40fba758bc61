import { type IndexEntry, latestVersion, type IndexVersion } from '@orchestra/core';
import type { Command } from '../command.ts';
import { connect } from '../registry/registry-client.ts';
import { formatBytes, formatDay } from '../render/format.ts';
import { plain } from '../render/plain.ts';
import { renderPermissions } from '../render/render-permissions.ts';
import type { Style } from '../render/style.ts';
import { renderTable } from '../render/table.ts';
import { readInstalled } from '../store/read-installed.ts';

/** What is known of an extension. */
export interface ShowResult {
  entry: IndexEntry;
  /** Newest live version; null where there is none. */
  latest: IndexVersion | null;
  /** Version on this machine; null where it isn't installed. */
  installed: string | null;
  /** Its page. */
  page: string;
}

/** Shows an extension from the static index: no API is needed. */
export const show: Command<{ name: string }, ShowResult> = {
  async run({ name }, context) {
    const client = await connect(context);
    const entry = await client.entry(name);
    const { state } = await readInstalled(context);
    return {
      entry,
      latest: latestVersion(entry),
      installed: state.extensions[name]?.version ?? null,
      page: `${client.config.site}/extensions/${name}/`,
    };
  },
  text({ entry, latest, installed, page }, style) {
    const lines = [
      `${style.bold(plain(entry.displayName))} ${style.dim(entry.name)}`,
      plain(entry.description),
      '',
      renderTable(facts({ entry, latest, installed, page }, style)),
      '',
      latest === null
        ? style.yellow('No version is offered; see why: orchestra ext versions ' + entry.name)
        : `It may:\n${renderPermissions(latest.permissions, style)}`,
    ];
    if (latest !== null && installed === null) {
      lines.push('', style.dim(`Install it: orchestra ext install ${entry.name}`));
    }
    return lines.join('\n');
  },
};

function facts({ entry, latest, installed, page }: ShowResult, style: Style): string[][] {
  const rows = [
    ['publisher', entry.owners.map(({ login }) => login).join(', ')],
    ['kind', entry.compat],
    ['licence', plain(entry.license ?? 'none')],
    ['categories', entry.categories.join(', ')],
    ['homepage', plain(entry.homepage ?? '')],
    ['page', page],
    ['installed', installed ?? ''],
  ];
  if (latest !== null) {
    const engine = latest.engines['orchestra'];
    const about = `${formatDay(latest.publishedAt)}, ${formatBytes(latest.size)}`;
    rows.unshift(['version', `${style.green(latest.version)} (${about})`]);
    if (engine !== undefined) rows.push(['needs', `Orchestra ${plain(engine)}`]);
  }
  return rows
    .filter(([, value]) => value !== '')
    .map(([label = '', value = '']) => [style.dim(label), value]);
}
