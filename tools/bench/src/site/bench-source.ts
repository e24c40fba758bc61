import { categories, defaultLimits } from '@orchestra/core';
import type { Figures, SiteSource } from '@orchestra/site';
import { corpusEntry } from '../corpus/corpus-entry.ts';
import type { CorpusRecord } from '../corpus/corpus-record.ts';

/** URL of the generated site. */
export const benchOrigin = 'http://127.0.0.1:4444';

/**
 * Makes the source of a site: an extension for each record, each with a README and a changelog.
 *
 * @param options.commit names the state of the records
 * @param options.changed names of the extensions that changed since any earlier commit; null where all may
 *   have
 */
export function benchSource(
  records: readonly CorpusRecord[],
  { commit, changed }: { commit: string; changed: string[] | null },
): SiteSource {
  const numbers = new Map(records.map(({ name }, nth) => [name, nth]));
  const recordOf = (name: string) => records[numbers.get(name) ?? -1];
  return {
    config: {
      format: 1,
      name: 'Bench registry',
      index: `${benchOrigin}/index`,
      packages: `${benchOrigin}/packages`,
      docs: `${benchOrigin}/docs-files`,
      api: null,
      site: benchOrigin,
      publish: { via: 'api' },
      limits: defaultLimits,
    },
    categories: categories.map((id) => ({ id, title: id, description: `All about ${id}.` })),
    featured: records.slice(0, 6).map(({ name }) => name),
    verified: [],
    reservedNames: [],
    commit,
    names: async () => records.map(({ name }) => name),
    changedSince: async () => changed,
    async readEntry(name) {
      const record = recordOf(name);
      if (record === undefined) return null;
      const entry = corpusEntry(record, numbers.get(name) ?? 0);
      for (const version of entry.versions) version.docs = docs;
      return entry;
    },
    async readDoc({ name, path }) {
      const record = recordOf(name);
      return record === undefined || path === 'manifest.json'
        ? null
        : Buffer.from(writeText(record, path));
    },
    figures: async () =>
      new Map(
        records.map(({ name, downloads }): [string, Figures] => [name, figuresOf(downloads)]),
      ),
    statistics: async () => null,
  };
}

const docs = { 'readme.md': 'b'.repeat(64), 'changelog.md': 'c'.repeat(64) };

function figuresOf(downloads: number): Figures {
  return { downloads, installs: Math.floor(downloads / 7), rating: { average: null, count: 0 } };
}

/** Writes a text of about 2 KB, similar to real ones. */
function writeText({ displayName, description }: CorpusRecord, path: string): string {
  if (path === 'changelog.md') return `# Changelog\n\n## 1.5.0\n\n- ${description}\n`;
  const usage = [1, 2, 3, 4, 5].map(
    (step) => `${step}. ${description} This is step ${step} of using [it](docs/step-${step}.md).`,
  );
  return [
    `# ${displayName}`,
    description,
    '## Usage',
    usage.join('\n'),
    '```json\n{ "setting": true, "size": 12 }\n```',
    '## Settings',
    `| Setting | Default |\n| --- | --- |\n${usage.map((_, nth) => `| \`setting${nth}\` | ${nth} |`).join('\n')}`,
  ].join('\n\n');
}
