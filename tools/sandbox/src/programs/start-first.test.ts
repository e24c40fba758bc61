import { makeFolder, runProcess } from '@orchestra/testkit';
import { once } from 'node:events';
import { copyFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { engineFiles } from '../../test/run-extension.ts';
import { findWall } from '../confine/find-wall.ts';
import { startFirstEngine } from './start-first.ts';

test('the first engine is behind the best wall, is given once, and answers', async () => {
  const files = await engineFiles();
  using first = await startFirstEngine(files);
  expect(first.wall.kind).toBe((await findWall()).kind);
  const child = first.take();
  expect(first.take()).toBe(null);
  const closed = once(child ?? process, 'close');
  child?.stdin?.end(); // then it has nothing to do
  expect(await closed).toEqual([0, null]);
});

test('the first engine ends where nobody takes it', async () => {
  await using folder = await makeFolder({});
  const files = await engineFiles();
  const engine = folder.join('engine.cjs');
  await copyFile(files.engine, engine);
  const first = await startFirstEngine({ ...files, engine });
  const listRunning = async () => {
    const { stdout } = await runProcess(['ps', '-eo', 'args'], { cwd: folder.path });
    return stdout.split('\n').filter((line) => line.includes(engine));
  };
  expect(await listRunning()).not.toEqual([]);
  first[Symbol.dispose]();
  await expect.poll(listRunning).toEqual([]);
});

test('where no engine starts, there is no wall, and why is told', async () => {
  const files = { ...(await engineFiles()), engine: '/none/engine.cjs' };
  const first = await startFirstEngine(files);
  expect(first.wall).toMatchObject({ kind: 'none', why: expect.any(String) });
  expect(first.take()).toBe(null);
});
