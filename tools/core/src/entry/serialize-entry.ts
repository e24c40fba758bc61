import { compareVersions } from '../versions/compare-versions.ts';
import type { IndexEntry, IndexVersion } from '../schema/index-entry.ts';

/**
 * Writes an entry as deterministic JSON: fixed key order, one line per version, newest version first, so that
 * a publish is a one-line diff. Unknown keys are kept, sorted, at the end.
 */
export function serializeEntry(entry: IndexEntry): string {
  const { versions, owners, source, ...rest } = entry;
  const facts = {
    ...rest,
    owners: owners.map((owner) => ordered(owner, ownerKeys)),
    source: source === null ? null : ordered(source, sourceKeys),
  };
  const lines = Object.entries(ordered(facts, entryKeys)).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`,
  );
  const rows = [...versions]
    .sort((left, right) => compareVersions(right.version, left.version))
    .map((version) => `    ${JSON.stringify(orderedVersion(version))}`);
  return `{\n${lines.join('')}  "versions": [\n${rows.join(',\n')}\n  ]\n}\n`;
}

const entryKeys = [
  'format',
  'name',
  'owners',
  'source',
  'compat',
  'displayName',
  'description',
  'categories',
  'tags',
  'license',
  'homepage',
  'createdAt',
];

const ownerKeys = ['provider', 'id', 'login'];
const sourceKeys = ['repositoryId', 'repository'];

const versionKeys = [
  'version',
  'sha256',
  'size',
  'unpackedSize',
  'engines',
  'permissions',
  'unclearCode',
  'publishedAt',
  'docs',
  'status',
  'reason',
  'provenance',
];

function orderedVersion(version: IndexVersion): Record<string, unknown> {
  const engines = ordered(version.engines, []);
  const docs = ordered(version.docs, []);
  return ordered({ ...version, engines, docs }, versionKeys);
}

function ordered(record: object, keys: readonly string[]): Record<string, unknown> {
  const place = (key: string) => (keys.includes(key) ? keys.indexOf(key) : keys.length);
  const pairs = Object.entries(record).filter(([, value]) => value !== undefined);
  pairs.sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1));
  return Object.fromEntries(pairs);
}
