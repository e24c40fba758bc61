import { expect, test } from 'vitest';
import { lantern, makeRegistry, tidewater } from '../../test/make-registry.ts';
import { changeCurated } from './change-curated.ts';
import { readCurated } from './read-curated.ts';

test('changeCurated() writes one line a value, so that a change is a one-line diff', async () => {
  await using registry = await makeRegistry();
  const feature = (featured: string[]) =>
    changeCurated({ message: 'Feature\n', change: () => ({ featured }) }, registry.context);
  expect(await feature(['amber', 'basalt'])).toBe(true);
  expect(await feature(['amber', 'basalt', 'cobalt'])).toBe(true);
  const snapshot = await registry.index.snapshot();
  expect(await snapshot.readFile('featured.json')).toBe(
    '{\n  "format": 1,\n  "featured": [\n    "amber",\n    "basalt",\n    "cobalt"\n  ]\n}\n',
  );
  expect((await readCurated(snapshot)).featured).toEqual(['amber', 'basalt', 'cobalt']);
});

test('changeCurated() to what is so already commits nothing', async () => {
  await using registry = await makeRegistry();
  const { context } = registry;
  const verify = () =>
    changeCurated({ message: 'Verify\n', change: () => ({ verified: [tidewater] }) }, context);
  expect(await verify()).toBe(true);
  const head = await registry.index.head();
  expect(await verify()).toBe(false);
  expect(await changeCurated({ message: 'Nothing\n', change: () => ({}) }, context)).toBe(false);
  expect(await registry.index.head()).toBe(head);
});

test('changeCurated() by many at once loses no change', async () => {
  await using registry = await makeRegistry();
  const names = ['amber', 'basalt', 'cobalt', 'dune', 'ebony'];
  await Promise.all(
    names.map((name) =>
      changeCurated(
        {
          message: `Feature ${name}\n`,
          change: ({ featured }) => ({ featured: [...featured, name] }),
        },
        registry.context,
      ),
    ),
  );
  const { featured } = await readCurated(await registry.index.snapshot());
  expect(featured.toSorted()).toEqual(names);
});

test('changeCurated() empties a list', async () => {
  await using registry = await makeRegistry();
  const verify = (verified: (typeof lantern)[]) =>
    changeCurated({ message: 'Verify\n', change: () => ({ verified }) }, registry.context);
  await verify([lantern]);
  await verify([]);
  expect((await readCurated(await registry.index.snapshot())).verified).toEqual([]);
});

test('readCurated() names the file that is damaged', async () => {
  await using registry = await makeRegistry();
  await registry.index.commit({
    parent: await registry.index.head(),
    changes: [{ path: 'verified.json', content: '{"format":1,"verified":[{"id":"one"}]}' }],
    message: 'Damage\n',
    at: new Date(),
  });
  await expect(readCurated(await registry.index.snapshot())).rejects.toMatchObject({
    code: 'index-damaged',
    message: expect.stringContaining('verified.json'),
  });
});
