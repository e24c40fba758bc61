import { makeFolder } from '@orchestra/testkit';
import { writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { type ChangedSources, watchSources } from './watch-sources.ts';

/** Watches a folder of two files. `onBegin` is run, too, when the first change is told of. */
async function watchTwo(onBegin: (path: (name: string) => string) => void) {
  const folder = await makeFolder({ 'a.ts': 'a', 'b.ts': 'b' });
  onTestFinished(() => folder[Symbol.asyncDispose]());
  const begun: string[] = [];
  const told: ChangedSources[] = [];
  const watcher = await watchSources(folder.path, {
    onBegin(files) {
      begun.push(...files);
      onBegin((name) => folder.join(name));
    },
    onChange: (changed) => told.push(changed),
  });
  onTestFinished(() => watcher.close());
  return { folder, begun, told };
}

test('watchSources() tells of one file that changed as it told at its beginning', async () => {
  const { folder, begun, told } = await watchTwo(() => undefined);
  writeFileSync(folder.join('a.ts'), 'a second');
  await expect.poll(() => told).toHaveLength(1);
  expect(begun).toEqual(['a.ts']);
  expect(told[0]).toMatchObject({ files: new Set(['a.ts']), isAsBegun: true });
});

const rewrite = 'written while a build of the first is under way';

test('watchSources() says that a file was written again after it told of it', async () => {
  const { folder, begun, told } = await watchTwo((path) => writeFileSync(path('a.ts'), rewrite));
  writeFileSync(folder.join('a.ts'), 'a second');
  await expect.poll(() => told).not.toEqual([]);
  expect(begun[0]).toBe('a.ts');
  expect(told[0]).toMatchObject({ files: new Set(['a.ts']), isAsBegun: false });
});

test('watchSources() tells of no two files as it told at their beginning', async () => {
  const { folder, told } = await watchTwo((path) => writeFileSync(path('b.ts'), rewrite));
  writeFileSync(folder.join('a.ts'), 'a second');
  await expect.poll(() => new Set(told.flatMap((one) => [...one.files])).size).toBe(2);
  const together = told.filter(({ files }) => files.size > 1); // on a busy machine one by one
  expect(together.every(({ isAsBegun }) => !isAsBegun)).toBe(true);
});

test('watchSources() tells of many files that change one after the other as of one change', async () => {
  const names = Array.from({ length: 40 }, (_, at) => `p${at}.ts`);
  const folder = await makeFolder(Object.fromEntries(names.map((name) => [name, 'a'])));
  onTestFinished(() => folder[Symbol.asyncDispose]());
  const told: ChangedSources[] = [];
  const watcher = await watchSources(folder.path, { onChange: (changed) => told.push(changed) });
  onTestFinished(() => watcher.close());
  for (const name of names.slice(0, 20)) writeFileSync(folder.join(name), 'a second');
  for (const name of names.slice(20)) {
    await delay(10);
    writeFileSync(folder.join(name), 'a second');
  }
  await watcher.untilQuiet(200);
  expect(new Set(told.flatMap(({ files }) => [...files]))).toEqual(new Set(names));
  expect(told.length).toBeLessThan(10); // on a busy machine more than one
});
