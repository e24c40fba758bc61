import { makeFolder } from '@orchestra/testkit';
import { expect, test } from 'vitest';
import { goodPackage } from '../../test/good-package.ts';
import { type Compat, defaultLimits } from '@orchestra/core';
import { packFiles } from '../archive/pack-files.ts';
import { readArchive } from '../archive/read-archive.ts';
import { readExtension } from './read-extension.ts';

test.each<Compat>(['native', 'vscode', 'raycast'])(
  'a good %s extension is read, packed and read again without a problem',
  async (kind) => {
    await using folder = await makeFolder(Object.fromEntries(goodPackage({ kind }).files));
    const read = await readExtension(folder.path);
    expect(read.problems.map((found) => found.code)).toEqual([]);

    const archive = await archiveOf(read.files);
    expect(archive.problems.map((found) => found.code)).toEqual([]);
    expect(archive.manifest).toEqual(read.manifest);
    expect(archive.manifest?.compat).toBe(kind);
  },
);

test('readExtension() packs a manifest without emails, and an archive of it has none', async () => {
  const fields = { author: { name: 'Jane', email: 'jane@tide.io' }, bugs: 'jane@tide.io' };
  await using folder = await makeFolder(
    Object.fromEntries(goodPackage({ manifest: fields }).files),
  );
  const read = await readExtension(folder.path);
  expect(
    read.problems
      .filter((found) => found.severity !== 'info')
      .map((found) => [found.code, found.path]),
  ).toEqual([
    ['email-in-manifest', 'package.json#/author/email'],
    ['email-in-manifest', 'package.json#/bugs'],
  ]);
  expect(textOf(read.files)).not.toContain('jane@');
  const archive = await archiveOf(read.files);
  expect(archive.problems.map((found) => found.code)).toEqual([]);
});

test('readExtension() and readArchive() say what is wrong in a theme, many alike cut short', async () => {
  const colors = Object.fromEntries(Array.from({ length: 30 }, (_none, nth) => [`c${nth}`, 'red']));
  const files = { 'themes/tide.json': JSON.stringify({ colors, include: './lost.json' }) };
  const spoiled = goodPackage({ kind: 'vscode', files });
  await using folder = await makeFolder(Object.fromEntries(spoiled.files));
  const read = await readExtension(folder.path);
  for (const { problems } of [read, await archiveOf(read.files)]) {
    const counted = Map.groupBy(problems, ({ code, severity }) => `${severity} ${code}`);
    expect([...counted].map(([what, { length }]) => [what, length])).toEqual([
      ['error file-missing', 1],
      ['warning colour-invalid', 21],
    ]);
  }
});

test('readExtension() packs no email of a key that stands twice', async () => {
  const text = '{"name":"tide","author":"jane@tide.io","author":"Jane"}';
  await using folder = await makeFolder({ 'package.json': text });
  expect(textOf((await readExtension(folder.path)).files)).not.toContain('jane@');
});

test('readExtension() packs a manifest without emails to the letter, but for a byte order mark', async () => {
  const text = '{ "name":"tide",\r\n\t"version" : "1.0.0" }';
  await using folder = await makeFolder({ 'package.json': `\uFEFF${text}` });
  expect(textOf((await readExtension(folder.path)).files)).toBe(text);
});

test('readExtension() sets a version where the manifest has none or another', async () => {
  for (const before of [
    '{\n    "name": "tide"\n}\n',
    '{\n    "name": "tide",\n    "version": "1.0.0"\n}\n',
  ]) {
    await using folder = await makeFolder({ 'package.json': before });
    const { files, manifest } = await readExtension(folder.path, {
      replaced: { version: '2.0.0' },
    });
    expect(textOf(files)).toBe('{\n    "name": "tide",\n    "version": "2.0.0"\n}\n');
    expect(manifest?.version).toBe('2.0.0');
  }
});

test('readExtension() tells of secrets and links that it leaves out', async () => {
  const files = { ...Object.fromEntries(goodPackage().files), '.env': 'A=1', id_rsa: 'key' };
  await using folder = await makeFolder(files);
  const { problems } = await readExtension(folder.path);
  expect(
    problems.filter((found) => found.code === 'secret-left-out').map((found) => found.path),
  ).toEqual(['.env', 'id_rsa']);
});

test('readExtension() goes by limits and reserved names that it is given', async () => {
  await using folder = await makeFolder(Object.fromEntries(goodPackage().files));
  const { problems } = await readExtension(folder.path, {
    limits: { ...defaultLimits, entries: 1 },
    reservedNames: new Set(['tide-table']),
  });
  expect(problems.filter((found) => found.severity === 'error').map((found) => found.code)).toEqual(
    ['name-reserved', 'package-too-many-files'],
  );
});

test.each([
  ['manifest-missing', {}],
  ['manifest-invalid-json', { 'package.json': '{' }],
  ['manifest-invalid-json', { 'package.json': Buffer.from([0xff, 0xfe, 0x7b, 0x00]) }],
  ['text-encoding', { 'package.json': Buffer.from('{"name":"für"}', 'latin1') }],
  ['manifest-too-large', { 'package.json': '['.repeat(100) }],
])(
  'readExtension() says %s of a folder without a manifest that it can read',
  async (code, files) => {
    await using folder = await makeFolder(files);
    const { manifest, problems } = await readExtension(folder.path);
    expect(manifest).toBeNull();
    expect(problems.map((found) => found.code)).toEqual([code]);
  },
);

test('readExtension() reads a manifest in UTF-16, and packs it in UTF-8', async () => {
  const { files } = goodPackage();
  const text = textOf(files);
  const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le');
  await using folder = await makeFolder({ ...Object.fromEntries(files), 'package.json': utf16 });
  const read = await readExtension(folder.path);
  expect(read.problems).toEqual([]);
  expect(textOf(read.files)).toBe(text);
});

test('readExtension() says that a manifest can not be read', async () => {
  await using folder = await makeFolder({ 'package.json/x': '' });
  await expect(readExtension(folder.path)).rejects.toMatchObject({ code: 'file-unreadable' });
});

test.each([
  ['one at package/package.json', { 'package/package.json': '{}' }],
  ['none', { 'README.md': '' }],
])(
  'readArchive() says that there is no manifest at the root, and found %s',
  async (found, files) => {
    const archive = await archiveOf(
      new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)])),
    );
    expect(archive.manifest).toBeNull();
    expect(archive.problems).toMatchObject([
      { code: 'manifest-missing', message: expect.stringContaining(found) },
    ]);
  },
);

test('readArchive() refuses an email that only packing would have removed', async () => {
  const { files } = goodPackage({ manifest: { author: 'Jane <jane@tide.io>' } });
  const { problems } = await archiveOf(files);
  expect(problems[0]).toMatchObject({ code: 'email-in-package', severity: 'error' });
});

async function archiveOf(files: ReadonlyMap<string, Uint8Array>) {
  const { bytes } = await packFiles(files);
  await using folder = await makeFolder({ 'package.tar.gz': bytes });
  const options = { limits: defaultLimits, reservedNames: new Set<string>() };
  return await readArchive(folder.join('package.tar.gz'), options);
}

function textOf(files: ReadonlyMap<string, Uint8Array>): string {
  return Buffer.from(files.get('package.json') ?? []).toString();
}
