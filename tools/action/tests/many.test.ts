import { soak } from '@orchestra/testkit/soak';
import { expect, test } from 'vitest';
import { startWorld } from '../test/start-world.ts';

const many = soak(6);

const title = `${many} submissions merged within a minute are each carried out exactly once`;
test(title, { tags: ['soak'] }, async () => {
  await using world = await startWorld();
  const author = await world.addAuthor('tidewater');
  const names = Array.from(
    { length: many },
    (_, nth) => `harbor-${'abcdefghij'[nth % 10]}${Math.floor(nth / 10)}`,
  );
  for (const name of names) {
    await world.merge(await world.submit(author, await world.release(author, { name })));
  }
  expect(await world.pending()).toHaveLength(many);
  const applied = await world.publish();
  expect(applied.map(({ outcome }) => outcome)).toEqual(names.map(() => 'done'));
  expect(await world.pending()).toEqual([]);
  const snapshot = await world.index.snapshot();
  expect((await snapshot.names()).toSorted()).toEqual(names.toSorted());
  for (const name of names) {
    expect((await snapshot.readEntry(name))?.versions).toHaveLength(1);
  }
});
