import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { makeFolder } from '@orchestra/testkit';
import { soak } from '@orchestra/testkit/soak';
import { expect, test } from 'vitest';
import { makeFileService } from './file-service.ts';
import { openHeldFolder } from './open-folder.ts';
import { readPlaces } from './places.ts';

/** Swaps `work/door` between a folder and a link out of the workspace, as fast as it can. */
const swapper = `
  const { renameSync, rmSync, symlinkSync } = require('node:fs');
  const move = (from, to) => {
    for (;;) {
      try {
        return renameSync(from, to);
      } catch {
        try {
          rmSync(to, { recursive: true, force: true }); // made meanwhile by who wrote below it
        } catch {} // or is being made
      }
    }
  };
  process.chdir(process.argv[1]);
  symlinkSync('../outside', 'work/link');
  process.stdout.write('ready');
  for (;;) {
    move('work/door', 'folder');
    move('work/link', 'work/door');
    move('work/door', 'work/link');
    move('folder', 'work/door');
  }`;

test.runIf(process.platform === 'linux')(
  'a folder that is swapped for a link leads nobody out, whenever it happens',
  { tags: ['soak'] },
  async () => {
    await using top = await makeFolder({
      'work/door/file.txt': 'inside',
      'outside/file.txt': 'secret',
      'extension/package.json': '{}',
    });
    const places = await readPlaces({
      workspace: top.join('work'),
      extension: top.join('extension'),
      storage: [],
    });
    const files = makeFileService(places, { open: openHeldFolder });
    const other = spawn(process.execPath, ['-e', swapper, top.path], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(other.stdout, 'data');
    const seen = new Set<string>();
    try {
      const rounds = soak(1500);
      for (let round = 0; round < rounds; round += 1) {
        const read = await files
          .readFile('door/file.txt')
          .then((bytes) => new TextDecoder().decode(bytes))
          .catch((error: { code: string }) => error.code);
        seen.add(read);
        await files.writeFile(`door/made-${round % 7}.txt`, new Uint8Array([1])).catch(() => {});
        await files.delete('door/made-3.txt', { recursive: true }).catch(() => {});
      }
    } finally {
      const ended = other.exitCode ?? other.signalCode;
      other.kill('SIGKILL');
      if (ended === null) await once(other, 'exit');
      expect(ended).toBeNull();
    }
    expect(seen).toContain('inside'); // both did happen
    expect(seen).toContain('outside-workspace');
    expect(seen).not.toContain('secret');
    expect(await readdir(top.join('outside'))).toEqual(['file.txt']);
    expect(await readFile(top.join('outside/file.txt'), 'utf8')).toBe('secret');
  },
);
