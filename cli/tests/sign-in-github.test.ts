import { startProcess } from '@orchestra/testkit';
import { once } from 'node:events';
import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { makeDoor } from './make-pull-request-registry.ts';

const bin = fileURLToPath(new URL('../dist/orchestra.js', import.meta.url));

test('publish asks for a token on a terminal, keeps it for its owner alone, and logout forgets it', async () => {
  await using door = await makeDoor();
  door.env['ORCHESTRA_GITHUB_TOKEN'] = '';
  const command = `${process.execPath} ${bin} ext publish --dry-run -C ${door.folder.path}`;
  const child = startProcess(['script', '-qec', command, '/dev/null'], {
    env: { ORCHESTRA_HOME: door.home.path, ORCHESTRA_REGISTRY: door.registry.url, ...door.env },
  });
  let shown = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (shown += text));
  await expect.poll(() => shown).toMatch(/type .*[A-Z0-9]{4}-[A-Z0-9]{4}/);
  door.github.approveDevice(/[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(shown)?.[0] ?? '', 'tidewater');
  const [exitCode] = await once(child, 'close');
  expect({ exitCode, shown }).toMatchObject({ exitCode: 0 });
  expect(shown).toContain('Dry run:');

  const file = door.home.join('credentials.json');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const { github } = JSON.parse(await readFile(file, 'utf8'));
  expect(github[door.github.web]).toMatchObject({ login: 'tidewater' });
  expect((await door.json('publish', '--dry-run')).exitCode).toBe(0);
  expect((await door.json('logout')).value).toMatchObject({ github: true, forgotten: false });
  expect((await door.json('publish')).value.error.code).toBe('token-missing');
});
