import { writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { coded, openServicesForEach } from '../../test/open-services.ts';
import type { WatchedChange } from './services.ts';

const opened = openServicesForEach();

test('storage folders can be written, and settings and secrets tell of changes', async () => {
  await opened.services.fs.writeFile(`${opened.services.paths.storage}/x`, new Uint8Array([1]));
  await opened.services.fs.writeFile(
    `${opened.services.paths.globalStorage}/x`,
    new Uint8Array([1]),
  );
  await expect(
    opened.services.fs.readFile(opened.top.join('data/secrets.json')),
  ).rejects.toThrowError(coded('outside-workspace'));
  expect(opened.services.settings.all()).toEqual({ 'tide.on': true });
  await opened.services.settings.set('tide.on', false, 'user');
  await opened.services.secrets.set('token', 'x');
  await opened.services.storage.set('tide', '1');
  expect(opened.told.events).toEqual([
    ['settings', 'tide.on'],
    ['secret', 'token'],
  ]);
  expect(opened.services.workspace).toMatchObject({
    rootPath: opened.top.join('work'),
    name: 'work',
  });
});

test('clipboard: what is written is read', async () => {
  await opened.services.clipboard.writeText('tide');
  expect(await opened.services.clipboard.readText()).toBe('tide');
});

test('watch tells of files that match, also of those that the extension writes', async () => {
  const changes: WatchedChange[] = [];
  const ending = await opened.services.fs.watch('**/*.txt', (change) => changes.push(change));
  await writeFile(opened.top.join('work/sub/new.txt'), 'x');
  await opened.services.fs.writeFile('own.txt', new Uint8Array([1]));
  await opened.services.fs.writeFile('own.ts', new Uint8Array([1]));
  await opened.services.fs.delete('a.txt', { recursive: false });
  const change = (type: string, path: string) =>
    expect.objectContaining({ type, path: opened.top.join('work', path) });
  await expect
    .poll(() => changes)
    .toEqual(
      expect.arrayContaining([
        change('created', 'sub/new.txt'),
        change('created', 'own.txt'),
        change('deleted', 'a.txt'),
      ]),
    );
  await opened.services.fs.writeFile('own.txt', new Uint8Array([1, 2]));
  await expect.poll(() => changes).toContainEqual(change('changed', 'own.txt'));
  expect(changes.every(({ path }) => path.endsWith('.txt'))).toBe(true);
  ending.dispose();
  const count = changes.length;
  const again = Promise.withResolvers<void>();
  await opened.services.fs.watch('*.md', () => again.resolve());
  await opened.services.fs.writeFile('later.txt', new Uint8Array([1]));
  await opened.services.fs.writeFile('later.md', new Uint8Array([1]));
  await again.promise;
  expect(changes).toHaveLength(count);
});
