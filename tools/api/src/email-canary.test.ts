import { RegistryError } from '@orchestra/core';
import { makeFolder } from '@orchestra/testkit';
import { packFiles, readExtension } from '@orchestra/packaging/node';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { makePackage } from '../test/make-package.ts';
import { type RunningApi, startApi } from '../test/start-api.ts';
import { type AskedReviews, reviewId, startReviews } from '../test/start-reviews.ts';
import { openLog } from './server/open-log.ts';

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

test('an email that is sent to the API is in no table, no answer and no log line', async () => {
  await using api = await startReviews();
  const [writer, admin] = [await api.join('wave'), await api.join('harbor', { admin: true })];
  await api.publish((await makePackage()).bytes);
  const key = { 'idempotency-key': `key-${email}` };
  const text = `Ask ${email}, or mailto:${email}`;
  const written = await api.ask({
    method: 'POST',
    token: writer,
    headers: key,
    body: { rating: 4, title: text, body: text },
  });
  expect(written.status).toBe(201);
  const id = reviewId(written);
  const owner = api.tokens.tide;
  const asked: AskedReviews[] = [
    { method: 'POST', path: `/${id}/reply`, token: owner, headers: key, body: { body: text } },
    { method: 'POST', path: `/${id}/report`, token: admin, headers: key, body: { reason: text } },
  ];
  for (const one of asked) expect((await api.ask(one)).status).toBeLessThan(300);
  await api.ask({ token: writer });
  await api.send('/admin/reports', { token: admin });
  const moderated = { hidden: true, reason: text };
  expect(
    (await api.ask({ method: 'PUT', path: `/${id}`, token: admin, body: moderated })).status,
  ).toBe(200);
  await api.ask({ token: writer });

  const encoded = encodeURIComponent(email);
  const headers = {
    from: email,
    'user-agent': email,
    referer: `https://x/?${email}`,
    cookie: email,
  };
  for (const path of [
    `?q=${encoded}`,
    `?category=${encoded}`,
    `?publisher=${encoded}`,
    `/${encoded}`,
  ])
    await api.send(`/extensions${path}`, { headers });
  await api.send(`/nothing/${encoded}`);
  await api.send('/me', { token: email });
  await api.ask({ method: 'POST', token: writer, body: { rating: email, [email]: 1 } });
  const json = { 'content-type': 'application/json' };
  for (const path of ['/admin/users', '/extensions/tide-table/install']) {
    const body = JSON.stringify({ login: email, version: email });
    const init = { method: 'POST', token: admin, headers: { ...headers, ...json }, body };
    expect((await api.send(path, init)).status).toBe(400);
  }
  const version = '/extensions/tide-table/versions/1.0.0';
  await api.send(`${version}?reason=${encoded}`, { method: 'DELETE', token: owner });
  await askEverything(api);

  expect(api.responses.join('\n')).not.toContain(canary);
  expect(JSON.stringify(api.answered)).not.toContain(canary);
  expect(await rowsWith(canary, api)).toEqual([]);
  expect(await filesWith(canary, api)).toEqual([]);
});

test('an error is logged without the emails in it', async () => {
  const lines: string[] = [];
  const log = openLog({ write: (line) => void lines.push(line) });
  const row = Object.assign(new Error(`No login ${email}`), { detail: email });
  log.onError(new RegistryError('busy', `Ask ${email}`, { cause: row }), 'one');
  log.onError(`thrown by ${email}`);
  expect(lines).toHaveLength(2);
  expect(lines.join('')).toContain('No login');
  expect(lines.join('')).not.toContain(canary);
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

/** Every row of every table that has a text in it, as text or as bytes. */
async function rowsWith(text: string, { database }: RunningApi): Promise<string[]> {
  const tables = await database.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public'`,
  );
  expect(tables.length).toBeGreaterThan(10);
  const forms = [text, Buffer.from(text).toString('hex')];
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await database.query<{ row: string }>(`select t::text as row from "${name}" t`);
    for (const { row } of rows)
      if (forms.some((form) => row.includes(form))) found.push(`${name}: ${row}`);
  }
  return found;
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
