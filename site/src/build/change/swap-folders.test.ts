import { makeFolder } from '@orchestra/testkit';
import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { swapFolders } from './swap-folders.ts';

describe('swapFolders()', () => {
  it('replaces a folder as a whole and leaves nothing behind', async () => {
    await using folder = await makeFolder({ 'work/dist/new': 'new', 'site/old': 'old' });
    await swapFolders(folder.join('work/dist'), folder.join('site'));
    expect(await readdir(folder.join('site'))).toEqual(['new']);
    expect(await readdir(folder.join('work'))).toEqual([]);
  });

  it('puts a folder where none was', async () => {
    await using folder = await makeFolder({ 'dist/new': 'new' });
    await swapFolders(folder.join('dist'), folder.join('a/b/site'));
    expect(await readdir(folder.join('a/b/site'))).toEqual(['new']);
  });

  it('puts the old folder back where the new one can’t be moved', async () => {
    await using folder = await makeFolder({ 'site/old': 'old' });
    await expect(swapFolders(folder.join('missing'), folder.join('site'))).rejects.toThrow(
      'ENOENT',
    );
    expect(await readFile(folder.join('site/old'), 'utf8')).toBe('old');
  });
});
