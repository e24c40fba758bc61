import { defaultLimits, entryPath, serializeEntry } from '@orchestra/core';
import { sha256Hex } from '@orchestra/core/node';
import { openRegistry } from '@orchestra/registry';
import { makeEntry, makeFolder, runProcess } from '@orchestra/testkit';
import { emptyTables, makeServerDatabase, type TestDatabase } from '@orchestra/testkit/database';
import { bundleProgram } from '@orchestra/testkit/bundle';
import { soak } from '@orchestra/testkit/soak';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const fixture = fileURLToPath(new URL('../test/sync-then-die.ts', import.meta.url));
const manifest = Buffer.from('{"name":"tide-table","author":"Tidewater"}\n');
const docs = { 'manifest.json': sha256Hex(manifest) };

/** A registry with three commits to mirror, in a data folder. */
async function makeData() {
  const folder = await makeFolder();
  const url = 'http://127.0.0.1:4400';
  const registry = await openRegistry(folder.path, {
    config: {
      format: 1,
      name: 'Test registry',
      index: `${url}/index`,
      packages: `${url}/packages`,
      docs: `${url}/docs`,
      api: null,
      site: url,
      publish: { via: 'api' },
      limits: defaultLimits,
    },
  });
  const names = ['tide-table', 'paper-lamp', 'harbour', 'a', 'bb', 'ccc'];
  for (const name of names) {
    await registry.blobs.put(
      {
        key: `docs/${name}/1.0.0/manifest.json`,
        sha256: docs['manifest.json'],
        size: manifest.length,
        contentType: 'application/json',
      },
      manifest,
    );
  }
  const put = async (changed: readonly string[], displayName: string) =>
    registry.index.commit({
      parent: await registry.index.head(),
      changes: changed.map((name) => ({
        path: `extensions/${entryPath(name)}`,
        content: serializeEntry(makeEntry({ name, displayName }, [{ version: '1.0.0', docs }])),
      })),
      message: 'Change\n',
      at: new Date('2026-01-02T03:04:05.000Z'),
    });
  return { folder, registry, names, put };
}

async function sync(data: string, database: TestDatabase, statement = 0) {
  const program = await bundleProgram(fixture);
  return runProcess([process.execPath, program, data, database.url, String(statement)]);
}

async function readState(database: TestDatabase) {
  const [state] = await database.query<{ commit: string | null; named: string[]; read: number }>(
    `select
       (select commit from sync_state) as commit,
       (select array_agg(distinct display_name) from extensions) as named,
       (select count(*) from extension_versions where manifest is not null) as read`,
  );
  return state;
}

test.each([
  { what: 'a first sync', first: true },
  { what: 'a later sync', first: false },
])(
  '$what that is killed at any moment is whole or was not, and is mended by the next one',
  { tags: ['soak'] },
  async ({ first }) => {
    await using made = new AsyncDisposableStack();
    const { folder, registry, names, put } = await makeData();
    made.use(folder);
    made.use(registry);
    await using database = await makeServerDatabase();
    const titles = new Map<string | null, string[] | null>([[null, null]]);
    let kills = 0;
    for (let statement = 2; ; statement += 7 / soak(1, 7)) {
      const title = `Before ${statement}`;
      const to = await put(names, title);
      titles.set(to, [title]);
      if (first) await emptyTables(database);

      const killed = await sync(folder.path, database, statement);
      const state = await readState(database);
      expect(titles.get(state?.commit ?? null)).toEqual(state?.named ?? null);
      expect(await sync(folder.path, database)).toMatchObject({ exitCode: 0, stderr: '' });
      expect(await readState(database)).toEqual({ commit: to, named: [title], read: names.length });
      if (killed.signal === null) break; // it takes fewer statements
      kills += 1;
    }
    expect(kills).toBeGreaterThan(3);
  },
);
