import { cliIn, extensionFiles, runProcess } from '@orchestra/testkit';
import { appendFile, mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { soak } from '@orchestra/testkit/soak';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { makeWorld, type World } from './make-world.ts';

const tide = extensionFiles({ name: 'tide', version: '1.0.0' });

async function withTide(): Promise<World> {
  const world = await makeWorld();
  await world.registry.publish(tide);
  await world.cli(['install', 'tide', '--yes']);
  return world;
}

test('a registry that is not there is told as such', async () => {
  await using world = await makeWorld();
  const cli = cliIn(world.home.path, { url: 'http://127.0.0.1:1' });
  const ended = await cli(['install', 'tide', '--yes', '--json']);
  expect(ended.exitCode).toBe(1);
  expect(JSON.parse(ended.stdout)).toMatchObject({
    error: { code: 'registry-unreachable', hint: expect.stringMatching(/--registry/) },
  });
});

test.each([
  ['a web page', '<!doctype html><title>Hello</title>'],
  ['other JSON', '{"hello":"world"}'],
  ['nothing', ''],
])('%s is not a registry', async (_what, body) => {
  await using world = await makeWorld();
  world.registry.files.set('/config.json', body);
  const ended = await world.cli(['show', 'tide', '--json']);
  expect(JSON.parse(ended.stdout)).toMatchObject({ error: { code: 'registry-not-one' } });
});

test('an index entry of another name is refused', async () => {
  await using world = await withTide();
  const stolen = world.registry.files.get('/index/ti/de/tide.json') ?? '';
  world.registry.files.set('/index/ha/rb/harbour.json', stolen);
  const ended = await world.cli(['install', 'harbour', '--yes', '--json']);
  expect(JSON.parse(ended.stdout)).toMatchObject({ error: { code: 'index-damaged' } });
});

test('a damaged state: list still lists, install stops, doctor --repair mends it', async () => {
  await using world = await withTide();
  const state = world.home.join('extensions/extensions.json');
  const before = await readFile(state, 'utf8');
  await writeFile(state, before.slice(0, 40));

  const listed = await world.cli(['list', '--json']);
  expect(listed.exitCode).toBe(0);
  expect(JSON.parse(listed.stdout)).toMatchObject([{ name: 'tide', version: '1.0.0' }]);
  expect(listed.stderr).toMatch(/state-corrupted[\s\S]*doctor --repair/);

  const refused = await world.cli(['install', 'tide', '--yes', '--json']);
  expect(JSON.parse(refused.stdout)).toMatchObject({
    error: { code: 'state-corrupted', hint: expect.stringMatching(/doctor --repair/) },
  });
  const found = await world.cli(['doctor']);
  expect(found.exitCode).toBe(1);
  expect(found.stdout.match(/is damaged/g)).toHaveLength(1);

  const mended = await world.cli(['doctor', '--repair']);
  expect(mended).toMatchObject({ exitCode: 0 });
  expect(JSON.parse(await readFile(state, 'utf8'))).toEqual(JSON.parse(before));
  expect(await readFile(`${state}.damaged`, 'utf8')).toBe(before.slice(0, 40));
});

test('a damaged journal: list still lists, install stops, doctor --repair puts back what was moved aside', async () => {
  await using world = await withTide();
  const root = world.home.join('extensions');
  const { extensions } = JSON.parse(await readFile(`${root}/extensions.json`, 'utf8'));
  const id = `1.0.0+${extensions.tide.sha256.slice(0, 12)}`;
  await writeFile(`${root}/.journal.json`, '{"format":1,"mo');
  expect((await world.cli(['list'])).stdout).toMatch(/tide +1\.0\.0/);
  // where an update was cut off after its first move
  await mkdir(`${root}/.previous/tide`, { recursive: true });
  await rename(`${root}/tide`, `${root}/.previous/tide/${id}`);

  const refused = await world.cli(['install', 'tide', '--yes', '--json']);
  expect(refused.exitCode).toBe(1);
  expect(JSON.parse(refused.stdout)).toMatchObject({
    error: { code: 'state-corrupted', hint: expect.stringMatching(/doctor --repair/) },
  });
  const mended = await world.cli(['doctor', '--repair']);
  expect(mended).toMatchObject({ exitCode: 0 });
  expect(mended.stdout).toMatch(/tide 1\.0\.0 was put back/);
  expect(await readFile(`${root}/.journal.json.damaged`, 'utf8')).toBe('{"format":1,"mo');
  expect(JSON.parse((await world.cli(['verify', '--json'])).stdout)).toMatchObject([
    { name: 'tide', version: '1.0.0', status: 'same' },
  ]);
});

test('a state that was lost is found again by doctor --repair', async () => {
  await using world = await withTide();
  await rm(world.home.join('extensions/extensions.json'));
  const refused = await world.cli(['install', 'tide', '--yes', '--json']);
  expect(JSON.parse(refused.stdout)).toMatchObject({ error: { code: 'state-corrupted' } });
  await world.cli(['doctor', '--repair']);
  expect((await world.cli(['list'])).stdout).toMatch(/tide +1\.0\.0/);
});

test('doctor tells of a folder that is gone, and --repair drops it', async () => {
  await using world = await withTide();
  await rm(world.home.join('extensions/tide'), { recursive: true });
  const found = await world.cli(['doctor']);
  expect(found).toMatchObject({ exitCode: 1 });
  expect(found.stdout).toMatch(/tide is installed, and its folder is gone/);
  expect((await world.cli(['doctor', '--repair'])).exitCode).toBe(0);
  expect((await world.cli(['list', '--json'])).stdout.trim()).toBe('[]');
});

test('verify names every file that was changed, removed or added', async () => {
  await using world = await withTide();
  const folder = world.home.join('extensions/tide');
  await appendFile(`${folder}/dist/main.js`, 'evil()\n');
  await rm(`${folder}/LICENSE`);
  await writeFile(`${folder}/dist/new.js`, '');
  const ended = await world.cli(['verify', '--json']);
  expect(ended.exitCode).toBe(1);
  expect(JSON.parse(ended.stdout)).toEqual([
    {
      name: 'tide',
      version: '1.0.0',
      status: 'different',
      changed: ['dist/main.js'],
      missing: ['LICENSE'],
      added: ['dist/new.js'],
    },
  ]);
});

test('two processes that install at once both end well', async () => {
  await using world = await makeWorld();
  const names = ['alpha', 'bravo', 'charlie', 'delta'];
  for (const name of names) {
    await world.registry.publish(extensionFiles({ name, version: '1.0.0' }));
  }
  const ended = await Promise.all([
    ...names.map((name) => world.cli(['install', name, '--yes'])),
    world.cli(['install', ...names, '--yes']),
  ]);
  expect(ended.map(({ exitCode, stderr }) => (exitCode === 0 ? 0 : stderr))).toEqual([
    0, 0, 0, 0, 0,
  ]);
  const listed = JSON.parse((await world.cli(['list', '--json'])).stdout);
  expect(listed.map(({ name }: { name: string }) => name)).toEqual(names);
  expect((await world.cli(['verify'])).exitCode).toBe(0);
});

const killed = 'an update that is killed at any moment leaves the old version or the new one';
test(killed, { tags: ['soak'] }, async () => {
  await using world = await makeWorld();
  const files = (version: string) => {
    const many = Array.from({ length: 200 }, (_, nth) => [`dist/${nth}.js`, `// ${version}\n`]);
    return { ...extensionFiles({ name: 'tide', version }), ...Object.fromEntries(many) };
  };
  await world.registry.publish(files('1.0.0'));
  await world.cli(['install', 'tide', '--yes']);
  await world.registry.publish(files('1.1.0'));
  const seen = new Set<string>();
  const moments = soak(10);
  for (let nth = 0; nth < moments; nth += 1) {
    const killAfterMs = 40 + Math.round((360 * nth) / (moments - 1));
    await world.cli(['update', '--yes'], { killAfterMs });
    const verified = await world.cli(['verify', '--json']);
    expect(verified).toMatchObject({ exitCode: 0 });
    const [{ version }] = JSON.parse(verified.stdout);
    seen.add(version);
    if (version === '1.1.0') {
      await world.cli(['rollback', 'tide', '--yes']);
      await world.cli(['install', 'tide@1.0.0']);
      await world.cli(['install', 'tide@1', '--yes'], { killAfterMs });
      expect((await world.cli(['verify'])).exitCode).toBe(0);
      break;
    }
  }
  expect(['1.0.0', '1.1.0']).toEqual(expect.arrayContaining([...seen]));
});

test.each([
  [['frobnicate'], 'usage'],
  [['install'], 'usage'],
  [['list', '--nonsense'], 'usage'],
  [['list', '-C', '/does/not/exist'], 'usage'],
  [['list', '--registry', 'not a url'], 'usage'],
  [['list', '--registry', 'file:///etc/passwd'], 'usage'],
  [['completion', 'tcsh'], 'usage'],
  [['search', 'x', '--limit', '0'], 'usage'],
])('%j is refused with what to do next', async (args, code) => {
  await using world = await makeWorld();
  const ended = await world.cli([...args, '--json']);
  expect(ended.exitCode).toBe(1);
  const { error } = JSON.parse(ended.stdout);
  expect(error.code).toBe(code);
  expect(error.hint).toMatch(/\w/);
});

test('no command at all shows what there is', async () => {
  await using world = await makeWorld();
  const ended = await world.cli([]);
  expect(ended).toMatchObject({ exitCode: 1, stderr: '' });
  expect(ended.stdout).toMatch(/^Usage: orchestra ext [\s\S]*install/);
});

test('output is without colours where it is not a terminal, and with them where they are forced', async () => {
  await using world = await withTide();
  expect((await world.cli(['list'])).stdout).not.toContain('\u001B[');
  const forced = { env: { FORCE_COLOR: '1' } };
  expect((await world.cli(['list'], forced)).stdout).toContain('\u001B[');
  expect((await world.cli(['list', '--no-color'], forced)).stdout).not.toContain('\u001B[');
});

test('a text of the registry cannot move the cursor', async () => {
  await using world = await makeWorld();
  const { entry } = await world.registry.publish(tide);
  world.registry.put({ ...entry, description: 'Hi\u001B[2J\u202Ethere', displayName: 'T\u0007' });
  const { stdout } = await world.cli(['show', 'tide']);
  expect(stdout).toContain('Hi[2Jthere');
  for (const hidden of ['\u001B', '\u0007', '\u202E']) expect(stdout).not.toContain(hidden);
});

test('a text of the registry keeps the joiners of its words and emoji', async () => {
  await using world = await makeWorld();
  const { entry } = await world.registry.publish(tide);
  const [displayName, description] = ['می\u200Cنویسم', 'ශ්\u200Dරී 👩\u200D👧 ❤\uFE0F'];
  world.registry.put({ ...entry, displayName, description });
  const { stdout } = await world.cli(['show', 'tide']);
  for (const text of [displayName, description]) expect(stdout).toContain(text);
});

test('a reader that leaves early is no failure', async () => {
  await using world = await makeWorld();
  const bin = fileURLToPath(new URL('../bin/orchestra.js', import.meta.url));
  const script = `"$0" "$1" ext completion zsh | head -n 1; echo "\${PIPESTATUS[0]}"`;
  const command = ['bash', '--norc', '-c', script, process.execPath, bin];
  const ended = await runProcess(command, { env: { ORCHESTRA_HOME: world.home.path } });
  expect(ended).toMatchObject({ stdout: '#compdef orchestra\n0\n', stderr: '' });
});

test('a registry that never ends its answer is refused', async () => {
  await using world = await makeWorld();
  const server = createServer((_request, response) => {
    const timer = setInterval(() => response.write(Buffer.alloc(4 * 1024 * 1024, 32)), 1);
    response.on('close', () => clearInterval(timer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const ended = await world.cli(['show', 'x', '--json', '--registry', `http://127.0.0.1:${port}`]);
  server.closeAllConnections();
  server.close();
  expect(JSON.parse(ended.stdout)).toMatchObject({ error: { code: 'registry-not-one' } });
});

test('verify names links, which no package has', async () => {
  await using world = await withTide();
  await symlink('/etc/hostname', world.home.join('extensions/tide/dist/link.js'));
  const ended = await world.cli(['verify', '--json']);
  expect(JSON.parse(ended.stdout)).toMatchObject([{ added: ['dist/link.js'] }]);
});
