import { makeFolder } from '@orchestra/testkit';
import { expect, test } from 'vitest';
import { locate, readPlaces } from './places.ts';

test('of folders within each other, one that may be written is found, the outermost of these', async () => {
  await using top = await makeFolder({
    'extension/dev/workspace/own/a.txt': '',
    'extension/main.ts': '',
  });
  const places = await readPlaces({
    workspace: top.join('extension/dev/workspace'),
    extension: top.join('extension'),
    storage: [top.join('extension/dev/workspace/own')],
  });
  const find = (path: string) => locate(places, top.join(path), path);
  const { workspace } = places;
  expect(find('extension/dev/workspace/own/a.txt')).toEqual({
    place: workspace,
    parts: ['own', 'a.txt'],
  });
  expect(find('extension/main.ts')).toMatchObject({
    place: { writable: false },
    parts: ['main.ts'],
  });
  expect(() => find('other.txt')).toThrowError("'other.txt' is outside of the workspace");
});
