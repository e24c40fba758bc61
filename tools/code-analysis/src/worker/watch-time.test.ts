import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { watchTime } from './watch-time.ts';

test('watchTime() counts what a worker computes, and not what it waits', async () => {
  await using idle = new Worker('setInterval(() => {}, 60_000)', { eval: true });
  await once(idle, 'online');
  let isOver = false;
  using _watch = watchTime(idle, 500, () => (isOver = true));
  await setTimeout(1000);
  expect(isOver).toBe(false);
});

test('watchTime() tells of a worker that computes on and on', async () => {
  await using busy = new Worker('for (;;) {}', { eval: true });
  const { promise, resolve } = Promise.withResolvers<void>();
  using _watch = watchTime(busy, 100, resolve);
  await promise;
});
