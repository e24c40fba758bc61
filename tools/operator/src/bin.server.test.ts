import { sha256Hex } from '@orchestra/core/node';
import { findToken } from '@orchestra/db';
import { openRegistry } from '@orchestra/registry';
import { makePackage, type PackageContents } from '@orchestra/registry/testing';
import {
  makeConfig,
  makeFolder,
  keptEnvironment,
  type ProcessResult,
  recordStream,
  runProcess,
  type TemporaryFolder,
} from '@orchestra/testkit';
import { copyEmbeddedDatabase, makeServerDatabase } from '@orchestra/testkit/database';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runOperator } from './run-operator.ts';

const bin = fileURLToPath(new URL('./bin.ts', import.meta.url));

test('user: adds an account with a token, adds another token, lists and revokes', async () => {
  await using made = await makeOperator({ embedded: true });
  const added = await made.json(['user', 'add', 'tidewater']);
  expect(added).toMatchObject({ login: 'tidewater', id: 1, created: true });
  const again = await made.run(['user', 'add', 'Tidewater']);
  expect(again.stdout).toMatch(
    /^tidewater was there already; this is another token\norc_[\w-]{43}\n/,
  );
  const third = await made.run(['user', 'token', 'tidewater']);
  expect(third.stdout).toMatch(/^orc_[\w-]{43}\n/);

  const listed = await made.run(['user', 'list']);
  expect(listed.stdout).toMatch(
    /^id {2}login {6}role {2}tokens {2}since\n1 {3}tidewater {2}user {2}3 {7}\d{4}-/,
  );
  expect(await made.json(['user', 'list'])).toMatchObject([{ login: 'tidewater', tokens: 3 }]);
  expect(await made.json(['user', 'revoke', 'tidewater'])).toEqual({
    login: 'tidewater',
    revoked: 3,
  });
  const known = await made.run(['user', 'token', 'none', '--json']);
  expect(known.exitCode).toBe(1);
  expect(JSON.parse(known.stdout)).toMatchObject({ error: { code: 'user-unknown' } });
});

test('user token: makes one for what --scope says and as long as --days says, and no more', async () => {
  await using database = await makeServerDatabase();
  const env = { DATABASE_URL: database.url };
  await using folder = await makeFolder();
  using _registry = await openRegistry(folder.join('data'), { config: makeConfig() });
  const run = (...command: string[]) => runBin([...command, '--data', folder.join('data')], env);
  await run('user', 'add', 'tidewater');
  const made = await run('user', 'token', 'tidewater', '--scope', 'review', '--days', '1');
  const [token = ''] = /^orc_[\w-]{43}/.exec(made.stdout) ?? [];
  expect(await findToken(database, sha256Hex(token))).toMatchObject({ scopes: ['review'] });
  expect(await run('user', 'token', 'tidewater', '--scope', 'everything')).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining("'everything' is no scope"),
  });
});

test('publish: for an account, dry or not, once', async () => {
  await using made = await makeOperator();
  await made.run(['user', 'add', 'tidewater']);
  const file = await made.pack();
  const nobody = await made.run(['publish', file]);
  expect(nobody).toMatchObject({ exitCode: 1, stdout: '' });
  expect(nobody.stderr).toContain('--as LOGIN');

  const dry = await made.run(['publish', file, '--dry-run', '--as', 'tidewater']);
  expect(dry.stdout).toContain('tide-table 1.0.0 would be published; nothing was stored\n');
  expect(dry.stdout).toContain('docs/tide-table/1.0.0/readme.md\n');
  const done = await made.json(['publish', file, '--as', 'tidewater']);
  expect(done).toMatchObject({ name: 'tide-table', unchanged: false });
  const again = await made.run(['publish', file, '--as', 'tidewater']);
  expect(again).toMatchObject({ exitCode: 0 });
  expect(again.stdout).toContain('tide-table 1.0.0 is published already; nothing changed\n');
});

test('publish: tells every problem, as text and as JSON', async () => {
  await using made = await makeOperator();
  await made.run(['user', 'add', 'tidewater']);
  const file = await made.pack({ manifest: { version: '1.0.0-beta.1', license: 'none of those' } });
  const text = await made.run(['publish', file, '--as', 'tidewater']);
  expect(text).toMatchObject({ exitCode: 1, stdout: '' });
  expect(text.stderr).toContain('license-invalid\n');
  expect(text.stderr).toContain('prerelease-flag-missing\n');
  const json = await made.run(['publish', file, '--as', 'tidewater', '--pre-release', '--json']);
  expect(json).toMatchObject({ exitCode: 1, stderr: '' });
  expect(JSON.parse(json.stdout)).toMatchObject({
    error: { code: 'problems-found', problems: [{ code: 'license-invalid' }] },
  });
});

test('clear: lets these very bytes be published, whose code can not be told', async () => {
  await using made = await makeOperator();
  await made.run(['user', 'add', 'tidewater']);
  const file = await made.pack({
    manifest: { main: 'main.js' },
    files: { 'main.js': 'exports.activate = (context) => eval(context.code);\n' },
  });
  const publish = ['publish', file, '--as', 'tidewater'];
  const refused = await made.run(publish);
  expect(refused).toMatchObject({ exitCode: 1, stdout: '' });
  expect(refused.stderr).toContain('permission-unresolved\n');
  const [sha256 = ''] = /[0-9a-f]{64}/.exec(refused.stderr) ?? [];
  const named = ['--name', 'tide-table', '--version', '1.0.0', '--reason', 'Templates of its own'];
  const cleared = await made.run(['clear', sha256, ...named]);
  expect(cleared.stdout).toBe(`Now cleared: tide-table 1.0.0, SHA-256 ${sha256}\n`);
  expect(await made.json(['clear', sha256, ...named, '--undo'])).toMatchObject({ cleared: false });
  expect((await made.run([...publish, '--reviewed'])).stdout).toContain('Published tide-table');
});

test('yank, unyank, quarantine: change a version, and say so', async () => {
  await using made = await makeOperator();
  await made.publish();
  const yanked = await made.run(['yank', 'tide-table', '1.0.0', '--reason', 'Wrong sea']);
  expect(yanked.stdout).toBe('tide-table 1.0.0 is now yanked: Wrong sea\n');
  const again = await made.run(['yank', 'tide-table', '1.0.0', '--reason', 'Wrong sea']);
  expect(again.stdout).toBe('tide-table 1.0.0 was yanked already: Wrong sea\n');
  expect(await made.json(['unyank', 'tide-table', '1.0.0'])).toMatchObject({ status: 'live' });
  expect((await made.run(['quarantine', 'tide-table', '1.0.0'])).exitCode).toBe(1);
  const held = await made.json(['quarantine', 'tide-table', '1.0.0', '--reason', 'Malware']);
  expect(held).toMatchObject({ status: 'quarantined', reason: 'Malware' });
  const unknown = await made.run(['yank', 'tide-table', '9.0.0']);
  expect(unknown).toMatchObject({ exitCode: 1, stdout: '' });
  expect(unknown.stderr).toContain("'tide-table' has no version 9.0.0");
});

test('feature, badge, owner: change what people decide', async () => {
  await using made = await makeOperator();
  await made.publish();
  await made.run(['user', 'add', 'paper-lantern']);
  expect(await made.json(['feature', 'tide-table'])).toEqual({
    featured: ['tide-table'],
    changed: true,
  });
  expect(await made.json(['feature', 'tide-table', 'none'], 1)).toMatchObject({
    error: { code: 'extension-unknown' },
  });
  expect((await made.run(['feature', 'tide-table', '--remove'])).stdout).toBe(
    'Featured now: nothing\n',
  );
  expect((await made.run(['badge', 'tidewater'])).stdout).toBe('tidewater is now verified\n');
  expect((await made.run(['badge', 'tidewater'])).stdout).toContain('nothing changed');
  expect(await made.json(['badge', 'tidewater', '--remove'])).toMatchObject({ verified: false });
  const owners = await made.run(['owner', 'add', 'tide-table', 'paper-lantern']);
  expect(owners.stdout).toBe('tide-table is owned by tidewater, paper-lantern\n');
  await made.run(['owner', 'remove', 'tide-table', 'tidewater']);
  const last = await made.run(['owner', 'remove', 'tide-table', 'paper-lantern']);
  expect(last).toMatchObject({ exitCode: 1, stdout: '' });
});

test('verify: ends with 1 where something is wrong, and says what', async () => {
  await using made = await makeOperator();
  await made.publish();
  const sound = await made.run(['verify']);
  expect(sound).toEqual({
    exitCode: 0,
    signal: null,
    stdout: '1 extensions, 1 versions, 6 blobs: no errors\n',
    stderr: '',
  });
  const key = 'docs/tide-table/1.0.0/readme.md';
  await rm(made.folder.join('data/blobs', key));
  const damaged = await made.run(['verify']);
  expect(damaged).toMatchObject({ exitCode: 1, stderr: '' });
  expect(damaged.stdout).toContain(`error  ${key}  The blob is missing\n`);
  expect(await made.json(['verify'], 1)).toMatchObject({ findings: [{ path: key }] });
});

test('a data folder that is not there is told, and not made', async () => {
  await using folder = await makeFolder();
  const data = folder.join('none');
  for (const command of [['user', 'add', 'x'], ['verify'], ['yank', 'a', '1.0.0']]) {
    const ended = await runBin([...command, '--data', data]);
    expect(ended).toMatchObject({ exitCode: 1, stdout: '' });
    expect(ended.stderr).toMatch(
      /^error No registry is in .* not-found\nhint: Run `npm start` .*\n$/,
    );
  }
  expect(await readdir(folder.path)).toEqual([]);
  const byEnv = await runBin(['user', 'list', '--json'], { ORCHESTRA_DATA: data });
  expect(JSON.parse(byEnv.stdout)).toMatchObject({
    error: { code: 'not-found', message: expect.stringContaining(data) },
  });
});

test.each([
  [['frobnicate'], /unknown command/],
  [['yank', 'tide-table'], /missing required argument/],
  [['verify', '--quick'], /unknown option/],
  [['quarantine', 'a', '1.0.0'], /--reason/],
])('%j is told as misuse, as text and as JSON', async (command, message) => {
  const text = await runBin(command);
  expect(text).toMatchObject({ exitCode: 1, stdout: '', stderr: expect.stringMatching(message) });
  const json = await runBin([...command, '--json']);
  expect(json).toMatchObject({ exitCode: 1, stderr: '' });
  expect(JSON.parse(json.stdout)).toMatchObject({
    error: { code: 'usage', message: expect.stringMatching(message) },
  });
});

test('--help ends with 0, and output to a file has no colours', async () => {
  const help = await runProcess([process.execPath, bin, '--help']);
  expect(help).toMatchObject({ exitCode: 0, stderr: '' });
  expect(help.stdout).toContain('quarantine');
  const clear = await runProcess([process.execPath, bin, 'clear', '--help']);
  expect(clear.stdout).toMatch(/--decline[\s\S]*--data <folder>/);
  const failing = [process.execPath, bin, 'verify', '--data', '/none'];
  const failed = await runProcess(failing, { env: { CI: 'true' } });
  expect(failed).toMatchObject({ exitCode: 1, stdout: '' });
  expect(failed.stderr).not.toContain('\u001b[');
});

interface Operator extends AsyncDisposable {
  folder: TemporaryFolder;
  run(command: readonly string[]): Promise<ProcessResult>;
  /** Runs a command with `--json`, which must end with the exit code. */
  json(command: readonly string[], exitCode?: number): Promise<unknown>;
  pack(contents?: PackageContents): Promise<string>;
  /** Publishes tide-table 1.0.0 for tidewater. */
  publish(): Promise<void>;
}

/**
 * A registry that this process holds open too, as `npm start` does.
 *
 * @param options.embedded true for a database in its data folder, which each command opens for itself
 */
async function makeOperator({ embedded = false } = {}): Promise<Operator> {
  await using made = new AsyncDisposableStack();
  const folder = made.use(await makeFolder());
  const data = folder.join('data');
  made.use(await openRegistry(data, { config: makeConfig() }));
  if (embedded) await copyEmbeddedDatabase(folder.join('data/database'));
  const env = embedded ? {} : { DATABASE_URL: made.use(await makeServerDatabase()).url };
  const run = (command: readonly string[]) => runBin([...command, '--data', data], env);
  const json = async (command: readonly string[], exitCode = 0): Promise<unknown> => {
    const ended = await run([...command, '--json']);
    expect(ended).toMatchObject({ exitCode, stderr: '' });
    return JSON.parse(ended.stdout);
  };
  const pack = async (contents?: PackageContents) => {
    const file = folder.join('package.tar.gz');
    await writeFile(file, await makePackage(contents));
    return file;
  };
  const publish = async () => {
    await json(['user', 'add', 'tidewater']);
    await json(['publish', await pack(), '--as', 'tidewater']);
  };
  const opened = made.move();
  const dispose = () => opened.disposeAsync();
  return { folder, run, json, pack, publish, [Symbol.asyncDispose]: dispose };
}

/** Runs a command in this process, which costs a tenth of starting another. */
async function runBin(
  command: readonly string[],
  env: Record<string, string> = {},
): Promise<ProcessResult> {
  const [stdout, stderr] = [recordStream(), recordStream()];
  const exitCode = await runOperator({
    argv: ['node', 'bin.ts', ...command],
    env: { ...keptEnvironment, ...env },
    cwd: process.cwd,
    stdout: stdout.stream,
    stderr: stderr.stream,
  });
  return { exitCode, signal: null, stdout: stdout.text(), stderr: stderr.text() };
}
