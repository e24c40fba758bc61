import { makeFolder, runProcess } from '@orchestra/testkit';
import { expect, test } from 'vitest';
import { ObjectReader } from './object-reader.ts';

test('read() gives each reader its own object, null where there is none', async () => {
  await using repository = await makeRepository(['one', 'x'.repeat(300_000), '']);
  const reader = new ObjectReader(repository.path);
  const [one = '', large = '', empty = ''] = repository.ids;
  const asked = [one, large, 'f'.repeat(40), empty, 'a\nb', '', 'no blob 12', one];
  const read = await Promise.all(asked.map((name) => reader.read(name)));
  const lengths = read.map((content) => content?.length ?? null);
  expect(lengths).toEqual([3, 300_000, null, 0, null, null, null, 3]);
  reader.close();
});

test('sizeOf() tells bytes, whatever is read before and after it', async () => {
  await using repository = await makeRepository(['one', 'x'.repeat(300_000), '']);
  const reader = new ObjectReader(repository.path);
  const [one = '', large = '', empty = ''] = repository.ids;
  const told = await Promise.all([
    reader.sizeOf(large),
    reader.read(one).then(String),
    reader.sizeOf(one),
    reader.sizeOf('f'.repeat(40)),
    reader.read(large).then((content) => content?.length),
    reader.sizeOf(empty),
  ]);
  expect(told).toEqual([300_000, 'one', 3, null, 300_000, 0]);
  reader.close();
});

test('close() lets what was asked before be answered, apart from what is asked after it', async () => {
  await using repository = await makeRepository(['one', 'two']);
  const reader = new ObjectReader(repository.path);
  const [one = '', two = ''] = repository.ids;
  const before = Array.from({ length: 50 }, () => reader.read(one));
  reader.close();
  const after = Array.from({ length: 50 }, () => reader.read(two));
  reader.close();
  expect(texts(await Promise.all(before))).toEqual(new Set(['one']));
  expect(texts(await Promise.all(after))).toEqual(new Set(['two']));
});

test('read() fails where its process is killed, and the next one starts another', async () => {
  await using repository = await makeRepository(['one', 'two']);
  const reader = new ObjectReader(repository.path);
  const [one = '', two = ''] = repository.ids;
  expect(String(await reader.read(one))).toBe('one');
  const killed = reader.pid ?? 0;
  process.kill(killed, 'SIGSTOP'); // so that the reads surely wait
  const waiting = [reader.read(one), reader.read(one), reader.read('none')];
  process.kill(killed, 'SIGKILL');
  const ends = await Promise.allSettled(waiting);
  for (const end of ends) {
    expect(end).toMatchObject({ status: 'rejected', reason: { code: 'git-failed' } });
  }
  expect(String(await reader.read(two))).toBe('two');
  expect(reader.pid).not.toBe(killed);
  reader.close();
});

test('close() of a process that is killed then fails its reads alone', async () => {
  await using repository = await makeRepository(['one', 'two']);
  const reader = new ObjectReader(repository.path);
  const [one = '', two = ''] = repository.ids;
  await reader.read(one);
  const stopped = reader.pid ?? 0;
  process.kill(stopped, 'SIGSTOP');
  const before = reader.read(one);
  reader.close();
  expect(String(await reader.read(two))).toBe('two');
  process.kill(stopped, 'SIGKILL');
  await expect(before).rejects.toMatchObject({ code: 'git-failed' });
  expect(String(await reader.read(two))).toBe('two');
  reader.close();
});

function texts(contents: readonly (Buffer | null)[]): Set<string> {
  return new Set(contents.map(String));
}

async function makeRepository(contents: readonly string[]) {
  const folder = await makeFolder();
  await runProcess(['git', 'init', '--bare', '--quiet', folder.path]);
  const ids: string[] = [];
  for (const input of contents) {
    const store = ['git', `--git-dir=${folder.path}`, 'hash-object', '-w', '--stdin'];
    ids.push((await runProcess(store, { input })).stdout.trim());
  }
  return { ...folder, ids };
}
