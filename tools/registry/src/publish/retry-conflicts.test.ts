import { RegistryError } from '@orchestra/core';
import { expect, test } from 'vitest';
import { retryConflicts } from './retry-conflicts.ts';

test.each([
  ['tries again', 'index-conflict', 2],
  ['gives up', 'blob-conflict', 1],
  ['gives up', 'registry-unreachable', 1],
] as const)('retryConflicts() %s after %s', async (_what, code, attempts) => {
  let nth = 0;
  const ended = retryConflicts(async () => {
    nth += 1;
    if (nth === 1) throw new RegistryError(code, 'It failed');
  }).catch((error: unknown) => error);
  if (attempts === 1) expect(await ended).toMatchObject({ code });
  else expect(await ended).toBeUndefined();
  expect(nth).toBe(attempts);
});

test('retryConflicts() does not go on for ever', async () => {
  const lost = () => Promise.reject(new RegistryError('index-conflict', 'Someone was first'));
  await expect(retryConflicts(lost)).rejects.toMatchObject({ code: 'index-conflict' });
});
