import { makeFolder } from '@orchestra/testkit';
import { packFiles, readExtension } from '@orchestra/core/node';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { makePackage } from '../test/make-package.ts';
import { type RunningApi, startApi } from '../test/start-api.ts';

const canary = 'canary-7f3a@tide';
const email = `${canary}.io`;

const manifest = {
  name: 'tide-table',
  version: '1.0.0',
  displayName: '%name%',
  description: `Ask ${email} for the tides.`,
  author: { name: 'Jane', email },
  contributors: [`Joe <${email}>`],
  bugs: { email },
  publisher: email,
  tags: [email, 'sea'],
  license: 'MIT',
  main: 'dist/main.js',
  engines: { orchestra: '^1.0.0' },
  'people/of': { [email]: true },
};

test('an email of a manifest is in no answer and in no file, once packed', async () => {
  await using folder = await makeFolder({
    'package.json': manifest,
    'package.nls.json': { name: 'Tide table' },
    'README.md': '# Tide table\n',
    'dist/main.js': 'export {};\n',
  });
  await using api = await startApi();
  const { bytes } = await packFiles((await readExtension(folder.path)).files);
  expect((await api.publish(bytes)).status).toBe(201);
  await api.publish(bytes);
  await askEverything(api);
  expect(api.responses.join('\n')).not.toContain(canary);
  expect(await filesWith(canary, api)).toEqual([]);
});

test('a package that was not packed here, with an email in its manifest, is refused without saying it', async () => {
  await using api = await startApi();
  for (const fields of [
    { author: email },
    { people: { [email]: 1 } },
    { license: email },
    { name: email },
  ]) {
    const answer = await api.publish((await makePackage(fields)).bytes);
    expect(answer.status).toBe(422);
  }
  await askEverything(api);
  expect(api.responses.join('\n')).not.toContain(canary);
  expect(await filesWith(canary, api)).toEqual([]);
});

test('an email of a text stays in the package alone, and is in no answer and no docs', async () => {
  await using api = await startApi();
  const files = {
    'README.md': `# Tide\n\n<${email}>\n`,
    'CHANGELOG.md': `## 1.0.0\n\nThanks to ${email}\n`,
    'package.nls.json': `{"name":"Tide by ${email}"}`,
  };
  const { bytes } = await makePackage({ displayName: '%name%' }, files);
  expect((await api.publish(bytes)).status).toBe(201);
  await askEverything(api);
  expect(api.responses.join('\n')).not.toContain(canary);
  expect(await filesWith(canary, api)).toEqual([
    expect.stringMatching(/tide-table-1\.0\.0\.tar\.gz$/),
  ]);
});

async function askEverything(api: RunningApi): Promise<void> {
  for (const path of [
    '',
    '?q=tide',
    '/featured',
    '/categories',
    '/tide-table',
    '/tide-table/versions',
  ]) {
    await api.send(`/extensions${path}`);
  }
  await api.send('/me', { token: api.tokens.tide });
}

/** Every file of the data folder that has a text in it, compressed or not; git's objects as git shows them. */
async function filesWith(text: string, { folder, registry }: RunningApi): Promise<string[]> {
  const entries = await readdir(folder.path, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const found: string[] = [];
  for (const path of paths) {
    const bytes = await readFile(path);
    const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
    if (plain.includes(text)) found.push(path);
  }
  const entry = await (await registry.index.snapshot()).readEntry('tide-table');
  return JSON.stringify(entry).includes(text) ? [...found, 'the entry'] : found;
}
