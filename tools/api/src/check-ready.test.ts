import { RegistryError } from '@orchestra/core';
import { expect, test } from 'vitest';
import { startApi } from '../test/start-api.ts';
import { checkReady } from './check-ready.ts';

const good = async () => {};
const never = () => new Promise(() => {});
const lost = () => Promise.reject(new RegistryError('database-unreachable', 'It is gone'));
const broken = () => Promise.reject(new Error('password of tidewater'));

test('checkReady() is content where everything answers', async () => {
  await expect(checkReady({ database: good, index: good }, { withinMs: 60_000 })).resolves.toBe(
    undefined,
  );
});

test('checkReady() names everything that fails, and says nothing of what is not known', async () => {
  const parts = { database: lost, index: broken, other: good };
  await expect(checkReady(parts, { withinMs: 60_000 })).rejects.toMatchObject({
    code: 'not-ready',
    message: 'Not ready: database (database-unreachable), index (failed)',
  });
});

test('checkReady() does not wait for what never answers', async () => {
  await expect(checkReady({ database: never }, { withinMs: 20 })).rejects.toMatchObject({
    code: 'not-ready',
    message: 'Not ready: database (no answer within 20 ms)',
  });
});

test('/readyz answers 200 where database and index do, kept by nobody', async () => {
  await using api = await startApi();
  const answer = await api.send('//readyz');
  expect(answer).toMatchObject({ status: 200, body: { status: 'ready' } });
  expect(answer.headers.get('cache-control')).toBe('no-store');
});
