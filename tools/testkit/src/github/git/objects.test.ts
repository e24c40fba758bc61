import { makeFolder, runProcess, type TemporaryFolder } from '@orchestra/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { git } from './git.ts';
import { countCommits, isAncestor, listCommits, mergeBase } from './list-commits.ts';
import { findEntry, listTree } from './list-tree.ts';
import { readBlob, writeBlob } from './objects.ts';
import { readCommit } from './read-commit.ts';
import { listRefs, noObject, readRef, updateRef } from './refs.ts';
import { writeCommit } from './write-commit.ts';
import { writeTree } from './write-tree.ts';

let folder: TemporaryFolder;
let directory: string;
beforeAll(async () => {
  folder = await makeFolder();
  directory = folder.path;
  await git(directory, { args: ['init', '--bare', '--quiet', '--initial-branch=main'] });
});
afterAll(() => folder[Symbol.asyncDispose]());

const who = { name: 'tidewater', email: '1+tidewater@users.noreply.github.com' };
const at = (minute: number) => ({ ...who, date: `2026-01-02T00:0${minute}:00Z` });

async function ask(...args: string[]): Promise<string> {
  return (await git(directory, { args })).toString('utf8').trim();
}

async function write(
  base: string | null,
  files: Record<string, string | null>,
  mode = '100644',
): Promise<string | null> {
  const entries = [];
  for (const [path, text] of Object.entries(files)) {
    const sha = text === null ? null : await writeBlob(directory, Buffer.from(text));
    entries.push({ path, mode, sha });
  }
  return writeTree(directory, { base, entries, index: folder.join('index') });
}

async function commit(parents: string[], minute: number): Promise<string> {
  const tree = (await write(null, { minute: `${minute} after ${parents.join()}` })) ?? '';
  const author = at(minute);
  return writeCommit(directory, {
    tree,
    parents,
    message: 'One\n\nmore',
    author,
    committer: author,
  });
}

test('writeTree() writes the tree that git does, and removes folders that nothing is in', async () => {
  const first = await write(null, { 'b.txt': 'b', 'b/c.txt': 'c', 'b-a/d.txt': 'd', 'b/e/f': 'f' });
  const second = await write(first, { 'b/e/f': null, 'b.txt': 'other', 'b-a': 'now a file' });
  expect(await ask('ls-tree', '-r', '--name-only', second ?? '')).toBe('b-a\nb.txt\nb/c.txt');
  const env = { GIT_INDEX_FILE: folder.join('other') };
  await git(directory, { args: ['read-tree', second ?? ''], env });
  const again = await git(directory, { args: ['write-tree'], env });
  expect(second).toBe(again.toString('utf8').trim());
  expect(await write(second, { '../up': 'x', '.git/config': 'x' })).toBe(second);
  expect(await write(null, {})).toBe(await ask('hash-object', '-t', 'tree', '/dev/null'));
});

test('listTree() and findEntry() tell what git lists', async () => {
  const tree = (await write(null, { 'a/b/c.txt': 'three', 'd.txt': 'four!' })) ?? '';
  const listed = await listTree(directory, tree, { recursive: true });
  const printed = await ask(
    'ls-tree',
    '-r',
    '-t',
    '--format=%(path) %(objectmode) %(objectname)',
    tree,
  );
  expect(listed?.map(({ path, mode, sha }) => `${path} ${mode} ${sha}`).join('\n')).toBe(printed);
  expect(await findEntry(directory, tree, 'a/b/c.txt')).toMatchObject({ type: 'blob', size: 5 });
  expect(await findEntry(directory, tree, 'a/b')).toMatchObject({ type: 'tree', size: null });
  expect(await findEntry(directory, tree, 'd.txt/e')).toBeNull();
  expect(await listTree(directory, noObject)).toBeNull();
});

test('what is written is valid to git, and found in packs as well', async () => {
  const one = await commit([], 1);
  await updateRef(directory, { name: 'refs/heads/kept', after: one });
  expect(await ask('fsck', '--strict', '--no-dangling')).toBe('');
  expect(await ask('cat-file', 'commit', one)).toContain(`author ${who.name} <${who.email}> 1767`);
  const read = await readCommit(directory, one);
  expect(read).toMatchObject({ sha: one, author: at(1), message: 'One\n\nmore', parents: [] });
  await git(directory, { args: ['repack', '-a', '-d', '--quiet'] });
  await git(directory, { args: ['pack-refs', '--all'] });
  expect(await readCommit(directory, one)).toEqual(read);
  expect(await readRef(directory, 'refs/heads/kept')).toBe(one);
  expect(await listRefs(directory, 'refs/heads/k')).toEqual([
    { name: 'refs/heads/kept', sha: one, type: 'commit' },
  ]);
  expect(await readBlob(directory, one)).toBeNull();
  expect(await readBlob(directory, 'f'.repeat(40))).toBeNull();
});

test('listCommits(), mergeBase() and the others tell what git does of a history that parts and joins', async () => {
  const root = await commit([], 1);
  const left = await commit([root], 2);
  const right = await commit([await commit([root], 3)], 3);
  const joined = await commit([left, right], 4);
  const ids = async (...range: string[]) => (await ask('rev-list', ...range)).split('\n');
  const shas = (commits: { sha: string }[]) => commits.map(({ sha }) => sha);
  expect(shas(await listCommits(directory, { to: joined }))).toEqual(await ids(joined));
  const range = { from: [left], to: joined };
  expect(shas(await listCommits(directory, range))).toEqual(await ids(`${left}..${joined}`));
  expect(await countCommits(directory, { from: right, to: left })).toBe(1);
  expect(await mergeBase(directory, left, right)).toBe(root);
  expect(await mergeBase(directory, joined, right)).toBe(right);
  expect(await mergeBase(directory, root, await commit([], 5))).toBeNull();
  expect(await isAncestor(directory, root, joined)).toBe(true);
  expect(await isAncestor(directory, right, left)).toBe(false);
});

test('updateRef() moves a ref only from where it is said to be, also while git holds it', async () => {
  const [one, two] = [await commit([], 6), await commit([], 7)];
  const name = 'refs/heads/moved';
  expect(await updateRef(directory, { name, before: noObject, after: one })).toBe(true);
  expect(await updateRef(directory, { name, before: noObject, after: two })).toBe(false);
  expect(await updateRef(directory, { name, before: two, after: one })).toBe(false);
  expect(await updateRef(directory, { name, before: one, after: two })).toBe(true);
  expect(await ask('rev-parse', name)).toBe(two);
  expect(await updateRef(directory, { name: `${name}/below`, after: one })).toBe(false);
  expect(await updateRef(directory, { name: 'refs/heads', after: one })).toBe(false);
  const lock = await runProcess(['touch', folder.join(`${name}.lock`)]);
  expect(lock.exitCode).toBe(0);
  expect(await updateRef(directory, { name, before: two, after: one })).toBe(false);
  await runProcess(['rm', folder.join(`${name}.lock`)]);
  expect(await updateRef(directory, { name, before: two, after: null })).toBe(true);
  expect(await readRef(directory, name)).toBeNull();
});
