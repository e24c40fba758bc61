import { makeFolder } from '@orchestra/testkit';
import { expect, test } from 'vitest';
import type { CommandContext } from '../command.ts';
import { findRegistryToken, forgetToken, keepRegistryToken } from './credentials.ts';

test('a token is for one registry: not for another one of the same host', async () => {
  await using home = await makeFolder();
  const at = (registry: string) => ({ home: home.path, registry, env: {} }) as CommandContext;
  await keepRegistryToken({ token: 'top', login: 'tide' }, at('https://tide.example'));
  await keepRegistryToken({ token: 'of a', login: 'tide' }, at('https://tide.example/a/'));
  const find = (registry: string) => findRegistryToken(at(registry));
  expect(await find('https://tide.example/')).toBe('top');
  expect(await find('https://tide.example/a')).toBe('of a');
  expect(await find('https://tide.example/A')).toBeNull();
  expect(await find('https://tide.example/a/b')).toBeNull();
  expect(await find('https://tide.example/b')).toBeNull();
  expect(await find('https://tide.example:8443/a')).toBeNull();
  expect(await forgetToken(at('https://tide.example/b'))).toBe(false);
  expect(await forgetToken(at('https://tide.example/a'))).toBe(true);
  expect(await find('https://tide.example')).toBe('top');
});

test('a token that can’t be kept is told of, with where', async () => {
  await using folder = await makeFolder({ home: '' });
  const context = {
    home: folder.join('home/below'),
    registry: 'https://tide.example',
  } as CommandContext;
  await expect(keepRegistryToken({ token: 'x', login: 'tide' }, context)).rejects.toThrowError(
    expect.objectContaining({ code: 'file-unwritable', message: expect.stringMatching('ENOTDIR') }),
  );
});
