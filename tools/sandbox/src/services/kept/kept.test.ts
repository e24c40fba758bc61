import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { makeFolder, runProcess, startProcess } from '@orchestra/testkit';
import { expect, test } from 'vitest';
import { changeKept, readKeptValues } from './kept-file.ts';
import { readDeclaredSettings } from './read-declared-settings.ts';
import { makeSecretService } from './secret-service.ts';
import { openSettings } from './settings-service.ts';
import { makeStorageService, storageLimits } from './storage-service.ts';

const coded = (code: string, part = '') =>
  expect.objectContaining({ code, message: expect.stringContaining(part) });

test('makeStorageService() keeps values from one start to the next', async () => {
  await using folder = await makeFolder();
  const storage = makeStorageService(folder.join('storage'));
  expect(await storage.keys()).toEqual([]);
  expect(await storage.get('none')).toBeUndefined();
  for (const key of ['tide', 'TIDE', '__proto__', '../x', 'a\nb', ''])
    await storage.set(key, JSON.stringify({ key }));
  const again = makeStorageService(folder.join('storage'));
  expect(await again.get('../x')).toEqual({ key: '../x' });
  expect(await again.keys()).toEqual(['', '../x', 'TIDE', '__proto__', 'a\nb', 'tide'].toSorted());
  await again.delete('tide');
  await again.delete('tide');
  expect(await storage.get('tide')).toBeUndefined();
  expect((await stat(folder.join('storage'))).mode & 0o777).toBe(0o700);
});

test('makeStorageService() holds to its bounds, and says them', async () => {
  await using folder = await makeFolder();
  const storage = makeStorageService(folder.join('storage'));
  const large = JSON.stringify('x'.repeat(storageLimits.valueBytes - 2));
  await expect(storage.set('too', `${large} `)).rejects.toThrowError(coded('too-large', '4.8 MiB'));
  await expect(storage.set('k'.repeat(1001), '1')).rejects.toThrowError(coded('too-large', '1001'));
  for (let count = 0; count < 9; count += 1) await storage.set(`large-${count}`, large);
  await storage.set('large-0', large); // the same again needs no more room
  await storage.set('large-9', large.slice(0, -storageLimits.keyLength) + '"');
  await expect(storage.set('more', large)).rejects.toThrowError(coded('too-large', '47.7 MiB'));
});

test('makeStorageService() loses nothing of a damaged value, and names its file', async () => {
  await using folder = await makeFolder();
  const storage = makeStorageService(folder.path);
  await storage.set('tide', '1');
  const [name = ''] = await readdir(folder.path);
  await writeFile(folder.join(name), '"tide"\n{"half');
  await expect(storage.get('tide')).rejects.toThrowError(coded('damaged', name));
  await expect(storage.get('tide')).rejects.not.toThrow(folder.path);
  expect(await readFile(folder.join(name), 'utf8')).toBe('"tide"\n{"half');
});

test('makeSecretService() keeps secrets where only this person reads them', async () => {
  await using folder = await makeFolder();
  const changed: string[] = [];
  const file = folder.join('private/secrets.json');
  const secrets = makeSecretService(file, (key) => changed.push(key));
  expect(await secrets.get('token')).toBeUndefined();
  await secrets.set('token', 'x');
  await secrets.set('__proto__', 'y');
  await secrets.set('toString', 'z');
  await secrets.delete('toString');
  const again = makeSecretService(file, () => {});
  expect(await again.get('token')).toBe('x');
  expect(await again.get('__proto__')).toBe('y');
  expect(await again.get('toString')).toBeUndefined();
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect((await stat(folder.join('private'))).mode & 0o777).toBe(0o700);
  expect(changed).toEqual(['token', '__proto__', 'toString', 'toString']);
  await expect(secrets.set('long', 'x'.repeat(100_000))).rejects.toThrowError(coded('too-large'));
  await writeFile(file, '{');
  await expect(secrets.get('token')).rejects.toThrowError(coded('damaged', 'secrets.json'));
  await expect(secrets.set('token', 'new')).rejects.toThrowError(coded('damaged'));
  expect(await readFile(file, 'utf8')).toBe('{');
});

const writer = (file: string, name: string, count: number) => [
  process.execPath,
  '--input-type=module',
  '-e',
  `import { changeKept } from ${JSON.stringify(fileURLToPath(new URL('kept-file.ts', import.meta.url)))};
   for (let at = 0; at < ${count}; at += 1) {
     await changeKept(${JSON.stringify(file)}, (values) => void (values[\`${name}-\${at}\`] = at));
     process.stdout.write('.');
   }`,
];

test('changeKept() loses nothing that two processes write at once', async () => {
  await using folder = await makeFolder();
  const file = folder.join('kept.json');
  const results = await Promise.all([
    runProcess(writer(file, 'one', 20)),
    runProcess(writer(file, 'two', 20)),
  ]);
  expect(results.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
  expect(Object.keys(await readKeptValues(file))).toHaveLength(40);
});

test('changeKept() goes on after a process that was killed in the middle', async () => {
  await using folder = await makeFolder();
  const file = folder.join('kept.json');
  const other = startProcess(writer(file, 'killed', 100_000));
  await new Promise((resolve) => void other.stdout.once('data', resolve));
  other.kill('SIGKILL');
  await new Promise((resolve) => void other.once('close', resolve));
  await changeKept(file, (values) => void (values['after'] = true));
  expect(await readKeptValues(file)).toMatchObject({ 'killed-0': 0, after: true });
});

const contributes = {
  configuration: [
    {
      properties: {
        'tide.level': { type: 'string', enum: ['low', 'high'], default: 'low' },
        'tide.count': { type: ['integer', 'null'], default: 3 },
        'tide.size': { type: 'integer', minimum: 1, maximum: 9 },
      },
    },
    {
      properties: {
        'tide.names': { type: 'array', items: { type: 'string' }, default: [] },
        'tide.any': {},
      },
    },
  ],
};

async function open(folder: { join(...parts: string[]): string }) {
  const changed: string[][] = [];
  const files = { user: folder.join('user.json'), workspace: folder.join('workspace.json') };
  const declared = readDeclaredSettings(contributes);
  const settings = await openSettings({ files, declared, onChange: (keys) => changed.push(keys) });
  return { settings, changed };
}

test('openSettings() has defaults; the workspace wins over the person', async () => {
  await using folder = await makeFolder();
  const { settings, changed } = await open(folder);
  const defaults = { 'tide.level': 'low', 'tide.count': 3, 'tide.names': [] };
  expect(settings.all()).toEqual(defaults);
  await settings.set('tide.level', 'high', 'workspace');
  await settings.set('tide.level', 'low', 'user');
  await settings.set('tide.count', null, 'user');
  expect(settings.all()).toEqual({ ...defaults, 'tide.level': 'high', 'tide.count': null });
  expect((await open(folder)).settings.all()).toEqual(settings.all());
  await settings.set('tide.level', undefined, 'workspace');
  expect(settings.all()).toMatchObject({ 'tide.level': 'low' });
  expect(changed).toEqual([['tide.level'], ['tide.count'], ['tide.level']]);
});

test.each<[string, unknown, string]>([
  ['tide.level', 'middle', 'allowed'],
  ['tide.level', 1, 'string'],
  ['tide.count', 1.5, 'integer'],
  ['tide.size', 10, '<= 9'],
  ['tide.names', ['a', 1], '/1'],
])('openSettings() refuses %s = %j', async (key, value, reason) => {
  await using folder = await makeFolder();
  const { settings } = await open(folder);
  await expect(settings.set(key, value, 'user')).rejects.toThrowError(
    coded('invalid-setting', reason),
  );
  expect(await readdir(folder.path)).toEqual([]);
});

test('openSettings() names the nearest key to one that is unknown', async () => {
  await using folder = await makeFolder({
    'user.json': { 'tide.count': 'many', 'tide.any': 1, other: 2 },
  });
  const { settings } = await open(folder);
  await expect(settings.set('tide.levle', 'low', 'user')).rejects.toThrowError(
    coded('unknown-setting', "'tide.level'"),
  );
  await expect(settings.set('x', 1, 'user')).rejects.toThrowError(
    coded('unknown-setting', 'tide.count'),
  );
  expect(settings.all()).toEqual({
    'tide.level': 'low',
    'tide.count': 3,
    'tide.names': [],
    'tide.any': 1,
  });
});

test.each([
  undefined,
  null,
  5,
  [],
  { configuration: 5 },
  { configuration: [null, { properties: [] }] },
])('readDeclaredSettings() reads nothing of %j', (given) => {
  expect(readDeclaredSettings(given)).toEqual([]);
});
