import { makeFolder } from '@orchestra/testkit';
import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { makeDoor } from './make-pull-request-registry.ts';

test('publish --asset takes an asset that exists: of this folder, or as it is', async () => {
  await using door = await makeDoor();
  const { value: packed } = await door.json('pack', '--out', door.home.path);
  const bytes = await readFile(packed.file);
  const name = 'tide-1.0.0.tar.gz';
  const { assets } = await door.github.addRelease('tidewater/tide', {
    tag: 'tide/1.0.0',
    assets: [{ name, bytes, uploader: 'tidewater' }],
  });
  const id = assets[0]?.id ?? 0;
  const url = `${door.github.web}/tidewater/tide/releases/download/tide%2F1.0.0/${name}`;
  const first = await door.json('publish', '--asset', url);
  expect(first.value).toMatchObject({ sha256: packed.sha256, pullRequest: { number: 1 } });
  expect(door.writes().filter((write) => write.includes('/releases'))).toEqual([]);

  await using elsewhere = await makeFolder();
  const args = ['publish', '--json', '-C', elsewhere.path, '--asset'];
  const again = await door.cli([...args, url], { env: door.env });
  expect(JSON.parse(again.stdout).pullRequest).toEqual(first.value.pullRequest);
  expect((await door.json('publish', '--asset', String(id))).value.pullRequest.number).toBe(1);

  await writeFile(door.folder.join('dist/main.js'), '// changed\n');
  const other = await door.json('publish', '--asset', url);
  expect(other.value.error.code).toBe('digest-mismatch');
  const none = await door.json('publish', '--asset', '4021');
  expect(none.value.error.code).toBe('source-unusable');
});
