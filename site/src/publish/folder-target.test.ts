import { makeFolder } from '@orchestra/testkit';
import { open, readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { folderTarget } from './folder-target.ts';

describe('folderTarget()', () => {
  it('replaces a file as a whole: whoever reads the old one reads it to its end', async () => {
    await using folder = await makeFolder({ 'site/a/index.html': 'old', 'made.html': 'newer' });
    const target = folderTarget(folder.join('site'));
    for (const content of [Buffer.from('new'), { file: folder.join('made.html') }]) {
      const before = await readFile(folder.join('site/a/index.html'), 'utf8');
      await using reader = await open(folder.join('site/a/index.html'));
      await target.write('a/index.html', content);
      expect(await reader.readFile('utf8')).toBe(before);
    }
    expect(Buffer.from((await target.read('a/index.html')) ?? []).toString()).toBe('newer');
  });

  it('leaves nothing behind of a write that failed', async () => {
    await using folder = await makeFolder({ 'site/index.html': 'old' });
    const target = folderTarget(folder.join('site'));
    await expect(target.write('index.html', { file: folder.join('none') })).rejects.toThrow(
      'ENOENT',
    );
    expect(await readFile(folder.join('site/index.html'), 'utf8')).toBe('old');
    expect(await readdir(folder.join('site/.site/incoming'))).toEqual([]);
    await target.tidy();
    expect(await readdir(folder.join('site/.site'))).toEqual([]);
  });

  it('removes a file that may be gone, and folders that hold nothing then', async () => {
    await using folder = await makeFolder({
      'site/tags/old/index.html': '',
      'site/index.html': '',
    });
    const target = folderTarget(folder.join('site'));
    await target.remove('tags/old/index.html');
    await target.remove('tags/old/index.html');
    expect(await readdir(folder.join('site'))).toEqual(['index.html']);
    await target.remove('index.html');
    expect(await readdir(folder.path)).toEqual(['site']);
    expect(await target.read('index.html')).toBeNull();
  });
});
