import { sha256Hex } from '@orchestra/core/node';
import { makeFolder, recordSyncs } from '@orchestra/testkit';
import { existsSync } from 'node:fs';
import { readdir, utimes } from 'node:fs/promises';
import { relative } from 'node:path';
import { expect, test } from 'vitest';
import { folderBlobStore } from './folder-blob-store.ts';

test('put() makes the bytes durable before they have their key, and every name of the key after', async () => {
  await using folder = await makeFolder();
  const store = await folderBlobStore(folder.path);
  using syncs = await recordSyncs();
  const key = 'docs/tide-table/1.0.0/files/tide.png';
  const wasThere: boolean[] = [];
  syncs.onSync = () => void wasThere.push(existsSync(folder.join(key)));
  const bytes = Buffer.from('tide');
  const blob = { key, sha256: sha256Hex(bytes), size: bytes.length, contentType: 'image/png' };
  expect(await store.put(blob, bytes)).toBe('stored');
  const synced = syncs.paths.map((path) => relative(folder.path, path));
  expect(synced).toEqual([
    expect.stringMatching(/^\.staging\//),
    'docs/tide-table/1.0.0',
    'docs/tide-table',
    'docs',
    '',
    'docs/tide-table/1.0.0/files',
  ]);
  expect(wasThere.lastIndexOf(false)).toBe(4);
  expect(wasThere.at(-1)).toBe(true);
});

test('folderBlobStore() removes what was left an hour ago, and no upload that may go on', async () => {
  await using folder = await makeFolder({ '.staging/left': 'ti', '.staging/going-on': 'ti' });
  const hourAgo = new Date(Date.now() - 61 * 60 * 1000);
  await utimes(folder.join('.staging/left'), hourAgo, hourAgo);
  await folderBlobStore(folder.path);
  expect(await readdir(folder.join('.staging'))).toEqual(['going-on']);
});
