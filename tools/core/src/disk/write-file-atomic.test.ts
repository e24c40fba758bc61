import { makeFolder, recordSyncs } from '@orchestra/testkit';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { writeFileAtomic } from './write-file-atomic.ts';

test('writeFileAtomic() makes the content durable before it takes its place, and the names after', async () => {
  await using folder = await makeFolder();
  using syncs = await recordSyncs();
  const path = folder.join('a/b/file.json');
  const wasThere: boolean[] = [];
  syncs.onSync = () => void wasThere.push(existsSync(path));
  await writeFileAtomic(path, 'tide');
  expect(await readFile(path, 'utf8')).toBe('tide');
  const temporary = syncs.paths.find((synced) => synced.endsWith('.tmp'));
  expect(syncs.paths).toEqual([folder.join('a'), folder.path, temporary, folder.join('a/b')]);
  expect(wasThere).toEqual([false, false, false, true]);
});

test('writeFileAtomic() that fails leaves what was there, and nothing beside it', async () => {
  await using folder = await makeFolder({ 'file.json/inside': 'x' });
  await expect(writeFileAtomic(folder.join('file.json'), 'tide')).rejects.toThrow(
    /EISDIR|ENOTEMPTY|EEXIST/,
  );
  expect(await readdir(folder.path)).toEqual(['file.json']);
});
