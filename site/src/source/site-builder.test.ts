import type { Config, IndexEntry } from '@orchestra/core';
import { openRegistry, type Registry } from '@orchestra/registry';
import { makeConfig, makeEntry, makeFolder, type TemporaryFolder } from '@orchestra/testkit';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commitEntries } from '../testing/commit-entries.ts';
import { noUsage } from './no-usage.ts';
import { SiteBuilder } from './site-builder.ts';

const config: Config = makeConfig({ site: 'http://registry.example' });
const said = (name: string, description: string) => makeEntry({ name, description });

let world: AsyncDisposableStack;
let folder: TemporaryFolder;
let registry: Registry;
let site: SiteBuilder;
const errors: unknown[] = [];

beforeAll(async () => {
  world = new AsyncDisposableStack();
  folder = world.use(await makeFolder());
  registry = world.use(await openRegistry(folder.join('data'), { config }));
  const directory = folder.join('site');
  const onError = (error: unknown) => errors.push(error);
  site = world.use(
    new SiteBuilder({ registry, config: () => config, usage: noUsage, directory, onError }),
  );
});
afterAll(() => world.disposeAsync());

async function commit(entries: Record<string, IndexEntry | string>): Promise<void> {
  await commitEntries(registry.index, entries);
  await site.settled();
}

const pageOf = (name: string) =>
  readFile(folder.join('site/extensions', name, 'index.html'), 'utf8').catch(() => null);

describe('SiteBuilder', () => {
  it('builds what it can read of an index, and says once what it can’t', async () => {
    await commit({ amber: said('amber', 'Amber at first'), basalt: said('basalt', 'Stone') });
    expect(await pageOf('amber')).toContain('Amber at first');
    await commit({ amber: '{ "format": 1,', cobalt: '{}', dune: said('dune', 'Sand') });
    await commit({ basalt: said('basalt', 'Another stone') });
    expect(await pageOf('amber')).toContain('Amber at first');
    expect(await pageOf('basalt')).toContain('Another stone');
    expect(await pageOf('cobalt')).toBeNull();
    expect(await pageOf('dune')).toContain('Sand');
    expect(errors).toEqual([
      expect.objectContaining({
        code: 'index-damaged',
        message: expect.stringMatching(
          /entry of amber .* stays as it was.*entry of cobalt .* shows nothing of it/,
        ),
      }),
    ]);
  });

  it('shows what was committed before it was asked, however many ask', async () => {
    const asked: Promise<string | null>[] = [];
    for (const name of ['erbium', 'fluorite', 'garnet']) {
      await commitEntries(registry.index, { [name]: said(name, 'Just found') });
      asked.push(site.settled().then(() => pageOf(name)));
    }
    for (const page of await Promise.all(asked)) expect(page).toContain('Just found');
  });

  it('shows an entry once it is mended', async () => {
    await commit({ amber: said('amber', 'Amber at last'), cobalt: said('cobalt', 'Blue') });
    expect(await pageOf('amber')).toContain('Amber at last');
    expect(await pageOf('cobalt')).toContain('Blue');
    expect(errors).toHaveLength(1);
  });
});
