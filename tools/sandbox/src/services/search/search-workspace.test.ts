import { symlink, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { never, coded, openServicesForEach } from '../../../test/open-services.ts';

const opened = openServicesForEach();

const search = async (
  ...[query, limits = {}]: [string, Parameters<typeof opened.services.workspace.search>[1]?]
) =>
  (await opened.services.workspace.search(query, limits, never)).map(({ path, line, column }) => [
    path.slice(opened.top.join('work/').length - 1).replace(/^\//, ''),
    line,
    column,
  ]);

test('search finds texts and expressions: lines and columns from 1', async () => {
  expect(await search('tide')).toEqual([
    ['a.txt', 1, 5],
    ['a.txt', 2, 10],
    ['sub/b.ts', 1, 7],
  ]);
  expect(await search('Tide', { caseSensitive: true })).toEqual([['a.txt', 2, 10]]);
  expect(await search('^is|t\\w+ =', { regex: true })).toEqual([
    ['a.txt', 2, 1],
    ['sub/b.ts', 1, 7],
  ]);
  expect(await search('t.de')).toEqual([]);
  expect(await search('tide', { maxResults: 1 })).toHaveLength(1);
  expect(await search('tide', { include: '*.ts' })).toEqual([['sub/b.ts', 1, 7]]);
  expect(await search('tide', { include: 'sub/**' })).toEqual([['sub/b.ts', 1, 7]]);
  expect(await search('tide', { exclude: '**/*.{ts,js}' })).toHaveLength(2);
  const [found] = await opened.services.workspace.search('high', {}, never);
  expect(found).toEqual({
    path: opened.top.join('work/a.txt'),
    line: 2,
    column: 4,
    text: 'is high, Tide.',
  });
});

test('search leaves out what is no text, what git ignores, and what links lead to outside', async () => {
  await writeFile(opened.top.join('work/binary'), 'tide\0');
  await writeFile(opened.top.join('work/ignored.txt'), 'tide');
  await writeFile(opened.top.join('work/.gitignore'), 'ignored.txt\n');
  await symlink('../outside/secret.txt', opened.top.join('work/out.txt'));
  const names = async () => new Set((await search('tide')).map(([path]) => path));
  expect(await names()).toEqual(new Set(['a.txt', 'ignored.txt', 'sub/b.ts']));
  await opened.git('init', '--quiet');
  expect(await names()).toEqual(new Set(['a.txt', 'sub/b.ts']));
});

test('search ends an expression that would take for ever, and refuses what is none', async () => {
  await writeFile(opened.top.join('work/a.txt'), `${'a'.repeat(60)}!`);
  await expect(search('^(a+)+$', { regex: true })).rejects.toThrowError(coded('timeout'));
  await expect(search('(', { regex: true })).rejects.toThrowError(coded('invalid-argument'));
  await expect(search('')).rejects.toThrowError(coded('invalid-argument'));
  for (const include of [
    '+(a|b)*'.repeat(9),
    '*a*a*a*a*a*a*a',
    '{a,b}{a,b}{a,b}{a,b}',
    '**/'.repeat(9),
  ]) {
    await expect(search('x', { include })).rejects.toThrowError(coded('invalid-argument'));
  }
  const stopped = AbortSignal.abort();
  await expect(opened.services.workspace.search('x', {}, stopped)).rejects.toThrowError(
    coded('aborted'),
  );
});
