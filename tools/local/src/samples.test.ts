import { findImages, imageKind, type IndexEntry, localImage } from '@orchestra/core';
import { readExtension } from '@orchestra/packaging/node';
import { databaseAccounts } from '@orchestra/db';
import { openRegistry, readCurated, type Registry } from '@orchestra/registry';
import { makeFolder, runProcess } from '@orchestra/testkit';
import { makeDatabase } from '@orchestra/testkit/database';
import { cp, glob, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { localConfig } from './local-config.ts';
import { readSamples, samplesFolder } from './read-samples.ts';
import { seedSamples } from './seed-samples.ts';

const samples = await readSamples();
const versions = samples.flatMap(({ name, versions: all }) =>
  all.map(({ version }, at) => ({ name, version, upTo: all.slice(0, at + 1) })),
);

/** One version as it is published: every folder up to it, one over the other. */
async function compose({ name, upTo }: (typeof versions)[number]) {
  const folder = await makeFolder();
  for (const { version } of upTo) {
    await cp(join(samplesFolder, name, version), folder.path, { recursive: true });
  }
  return folder;
}

test.each(versions)('$name $version has no errors and no warnings', async (listed) => {
  await using folder = await compose(listed);
  const { manifest, problems } = await readExtension(folder.path);
  expect(problems.filter(({ severity }) => severity !== 'info')).toEqual([]);
  expect(manifest).toMatchObject({ name: listed.name, version: listed.version });
});

test.each(versions)('$name $version shows a square icon and a small picture', async (listed) => {
  await using folder = await compose(listed);
  const { manifest, files } = await readExtension(folder.path);
  const icon = files.get(manifest?.icon ?? '') ?? new Uint8Array();
  expect(imageKind(icon)).toMatchObject({ type: 'png', width: 256, height: 256 });
  const readme = await readFile(folder.join('README.md'), 'utf8');
  expect(readme).toMatch(/^```/m);
  const shown = findImages(readme).flatMap((target) => files.get(localImage(target) ?? '') ?? []);
  expect(shown.map((bytes) => imageKind(bytes)?.type)).toEqual(['png']);
  expect(Math.max(...shown.map((bytes) => bytes.length))).toBeLessThanOrEqual(60 * 1024);
});

test.each(versions)('$name $version begins its changelog with itself', async (listed) => {
  await using folder = await compose(listed);
  const changelog = await readFile(folder.join('CHANGELOG.md'), 'utf8');
  const headings = [...changelog.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
  expect(headings).toEqual(listed.upTo.map(({ version }) => version).toReversed());
});

test('every version folder is listed in samples.json, and the other way round', async () => {
  for (const { name, versions: all } of samples) {
    const folders = await readdir(join(samplesFolder, name));
    const versioned = folders.filter((folder) => folder !== 'tests');
    expect(versioned.sort()).toEqual(all.map(({ version }) => version).sort());
  }
  const names = (await readdir(samplesFolder)).filter((name) => !name.endsWith('.json'));
  expect(names.sort()).toEqual(samples.map(({ name }) => name).sort());
});

test('every script of the samples is a program that Node can parse', async () => {
  const scripts = await Array.fromAsync(glob('*/*/dist/**/*.js', { cwd: samplesFolder }));
  expect(scripts.length).toBeGreaterThan(40);
  const program = fileURLToPath(new URL('../test/parse-scripts.ts', import.meta.url));
  const node = [process.execPath, '--experimental-vm-modules', '--no-warnings', program];
  const parse = (paths: readonly string[]) => runProcess([...node, ...paths]);
  const parsed = await parse(scripts.map((script) => join(samplesFolder, script)));
  expect(parsed).toEqual({ exitCode: 0, signal: null, stdout: '', stderr: '' });

  await using folder = await makeFolder({
    'package.json': '{}',
    'script.js': 'import "node:fs";',
    'module/package.json': '{ "type": "module" }',
    'module/script.js': 'export const = 1;',
  });
  const wrong = await parse([folder.join('script.js'), folder.join('module/script.js')]);
  expect(wrong.stdout.split('\n')).toEqual([
    expect.stringContaining('script.js: '),
    expect.stringContaining('module/script.js: '),
    '',
  ]);
});

test('the samples cover every kind of extension', async () => {
  const kinds: string[] = [];
  for (const listed of versions.filter(({ upTo }) => upTo.length === 1)) {
    await using folder = await compose(listed);
    const { manifest } = await readExtension(folder.path);
    const contributes = Object.keys(Object(manifest?.raw['contributes']));
    kinds.push([manifest?.compat, ...contributes.filter((key) => key !== 'commands')].join(' '));
  }
  expect(kinds.filter((kind) => kind === 'native').length).toBeGreaterThanOrEqual(2);
  expect(kinds).toContain('raycast');
  expect(kinds).toContain('vscode themes');
  expect(kinds).toContain('vscode languages grammars snippets');
});

test('seedSamples() publishes every version, and continues where it was cut off', async () => {
  await using folder = await makeFolder();
  const now = () => new Date('2026-05-01T12:00:00.000Z');
  const config = localConfig('http://127.0.0.1:4400');
  await using database = await makeDatabase();
  using registry = await openRegistry(folder.path, { config });
  const seed = () =>
    seedSamples(folder.path, {
      ...registry,
      accounts: databaseAccounts(database),
      limits: config.limits,
      now,
      onProgress: () => {},
    });
  await seed();
  const entries = await readEntries(registry);
  expect(entries.map(({ name, versions: all }) => [name, all.map(summarise)])).toEqual(
    samples.map((sample) => [sample.name, sample.versions.map(summariseListed).toReversed()]),
  );
  expect(new Set(entries.flatMap(({ owners }) => owners.map(({ login }) => login))).size).toBe(3);
  expect(entries.filter(growsPermissions).map(({ name }) => name)).toEqual(['line-ledger']);
  const curated = await readCurated(await registry.index.snapshot());
  expect([...curated.featured]).toEqual(samples.filter((s) => s.featured).map(({ name }) => name));
  expect(curated.verified.map(({ login }) => login)).toEqual(['orchestra-labs']);

  const { commit } = await registry.index.snapshot();
  await rm(folder.join('samples-published'));
  await seed();
  expect(await readEntries(registry)).toEqual(entries);
  expect((await registry.index.snapshot()).commit).toBe(commit);
});

test('one sample has a pre-release as its newest version, and one a yanked version', () => {
  expect(samples.filter(({ versions: all }) => all.at(-1)?.preRelease)).toHaveLength(1);
  const yanked = samples.flatMap(({ versions: all }) => all.filter((each) => each.yanked));
  expect(yanked).toHaveLength(1);
});

test('unit-shelf converts what people type', async () => {
  const dist = pathToFileURL(join(samplesFolder, 'unit-shelf/1.0.0/dist/')).href;
  const { parseQuantity }: { parseQuantity(text: string): Quantity | null } = await import(
    `${dist}parse-quantity.js`
  );
  const { convertQuantity }: { convertQuantity(value: number, units: object): number } =
    await import(`${dist}convert-quantity.js`);
  const convert = (text: string) => {
    const quantity = parseQuantity(text);
    return quantity === null ? null : convertQuantity(quantity.value, quantity);
  };
  expect(convert('12 km in miles')).toBeCloseTo(7.45645, 5);
  expect(convert('-40 °F to C')).toBeCloseTo(-40, 10);
  expect(convert('1,200 ft as m')).toBeCloseTo(365.76, 10);
  expect(convert('12 km in kg')).toBeNull();
});

test('commit-compass knows files with secrets by their path', async () => {
  const module = pathToFileURL(join(samplesFolder, 'commit-compass/1.0.0/dist/private-files.js'));
  const { isPrivate }: { isPrivate(path: string): boolean } = await import(module.href);
  const secret = ['.env', 'app/.env.local', 'tls/server.key', '.npmrc', 'config/secrets.yml'];
  expect(secret.filter((path) => !isPrivate(path))).toEqual([]);
  expect(['src/env.ts', 'docs/keys.md', 'environment.json'].filter(isPrivate)).toEqual([]);
});

interface Quantity {
  value: number;
  from: object;
  to: object;
}

async function readEntries(registry: Registry): Promise<IndexEntry[]> {
  const snapshot = await registry.index.snapshot();
  const entries = await Promise.all(samples.map(({ name }) => snapshot.readEntry(name)));
  return entries.filter((entry) => entry !== null);
}

function summarise({ version, status, reason }: IndexEntry['versions'][number]): string {
  return `${version} ${status} ${reason ?? ''}`;
}

function summariseListed({ version, yanked }: { version: string; yanked?: string }): string {
  return `${version} ${yanked === undefined ? 'live ' : `yanked ${yanked}`}`;
}

/** Whether a version may do what the version before it could not. Newest first. */
function growsPermissions({ versions: all }: IndexEntry): boolean {
  return all.some(({ permissions }, at) => {
    const before = all[at + 1]?.permissions ?? permissions;
    return permissions.some((permission) => !before.includes(permission));
  });
}
