import { makeFolder, type TemporaryFolder } from '@orchestra/testkit';
import { readFile, symlink } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { coded } from '../../../test/open-services.ts';
import { makeFileService } from './file-service.ts';
import { openHeldFolder, openNamedFolder } from './open-folder.ts';
import { readPlaces } from './places.ts';

describe.each([
  ['by descriptors', openHeldFolder],
  ['by names', openNamedFolder],
])('a closed folder %s', (_how, open) => {
  let top: TemporaryFolder;
  let files: ReturnType<typeof makeFileService>;

  beforeEach(async () => {
    top = await makeFolder({
      'work/kept/data/secrets.json': 'secret',
      'work/kept/data/files/own.txt': 'own',
      'work/other/a.txt': 'a',
    });
    await symlink('kept', top.join('work/link'));
    await symlink('kept/data/secrets.json', top.join('work/file-link'));
    const places = await readPlaces({
      workspace: top.join('work'),
      extension: top.join('work'),
      storage: [top.join('work/kept/data/files')],
      closed: top.join('work/kept/data'),
    });
    files = makeFileService(places, { open });
  });
  afterEach(() => top[Symbol.asyncDispose]());

  test.each([
    'kept/data/secrets.json',
    'other/../kept/data/secrets.json',
    'link/data/secrets.json',
    'file-link',
  ])('is read by no path: %s', async (path) => {
    await expect(files.readFile(path)).rejects.toThrowError(coded('no-access', path));
    await expect(files.exists(path)).rejects.toThrowError(coded('no-access'));
    await expect(files.copy(path, 'copy', { overwrite: true })).rejects.toThrowError(
      coded('no-access'),
    );
    await expect(files.writeFile(path, new Uint8Array())).rejects.toThrowError(coded('no-access'));
  });

  test('is neither listed, copied, moved nor deleted with what holds it', async () => {
    const yes = { overwrite: true, recursive: true };
    const attempts = [
      () => files.readDir('kept/data'),
      () => files.copy('kept', 'copy', yes),
      () => files.move('kept', 'moved', yes),
      () => files.move('kept/data', 'moved', yes),
      () => files.move('other', 'kept', yes),
      () => files.copy('other', 'kept/data', yes),
      () => files.delete('kept', yes),
      () => files.delete('kept/data', yes),
    ];
    for (const attempt of attempts) {
      await expect(attempt()).rejects.toThrowError(coded('no-access'));
    }
    expect(await readFile(top.join('work/kept/data/secrets.json'), 'utf8')).toBe('secret');
    expect((await files.readDir('.')).map(({ name }) => name)).not.toContain('copy');
  });

  test('leaves storage within it open, and all that is beside it', async () => {
    const own = top.join('work/kept/data/files/own.txt');
    expect(new TextDecoder().decode(await files.readFile(own))).toBe('own');
    await files.move(own, 'kept/own.txt', { overwrite: false });
    await files.delete('kept/own.txt', { recursive: false });
    expect((await files.readDir('kept')).map(({ name }) => name)).toEqual(['data']);
  });
});
