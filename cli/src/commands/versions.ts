import { formatBytes, type IndexVersion, newestFirst } from '@orchestra/core';
import { plain, renderTable } from '@orchestra/terminal';
import { readProjectName } from '../project/read-project-name.ts';
import type { Command } from '../command.ts';
import { connectRegistry } from '../registry/registry-client.ts';
import { formatDay } from '../render/format-day.ts';

/** The published versions of an extension, newest first. */
export interface VersionsResult {
  name: string;
  versions: Pick<
    IndexVersion,
    'version' | 'status' | 'reason' | 'publishedAt' | 'size' | 'sha256' | 'engines' | 'permissions'
  >[];
}

/** Lists the published versions of an extension, including yanked ones. */
export const versions: Command<{ name: string | undefined }, VersionsResult> = {
  async run(options, context) {
    const name = options.name ?? (await readProjectName(context));
    const client = await connectRegistry(context);
    const entry = await client.entry(name);
    const listed = newestFirst(entry.versions).map(({ docs: _d, provenance: _p, ...one }) => one);
    return { name: entry.name, versions: listed };
  },
  text({ versions: listed }, style) {
    const colours = { live: style.green, yanked: style.yellow, quarantined: style.red };
    const head = ['VERSION', 'STATUS', 'PUBLISHED', 'SIZE', 'NEEDS', ''].map((s) => style.dim(s));
    const rows = listed.map(({ version, status, reason, publishedAt, size, engines }) => [
      style.bold(version),
      colours[status](status),
      formatDay(publishedAt),
      formatBytes(size),
      plain(engines['orchestra'] ?? '*'),
      plain(reason ?? ''),
    ]);
    return renderTable([head, ...rows]);
  },
};
