import { expect, test } from 'vitest';
import { Slots } from './slots.ts';

test('slots are taken in order, and none by who does not wait any longer', async () => {
  const slots = new Slots(2);
  const taken: string[] = [];
  const take = async (name: string, signal?: AbortSignal) => {
    await slots.take(signal);
    taken.push(name);
  };
  await Promise.all([take('a'), take('b')]);
  const leaving = new AbortController();
  const [c, d] = [take('c', leaving.signal), take('d')];
  leaving.abort();
  await c;
  expect(taken).toEqual(['a', 'b', 'c']);
  slots.give();
  await d;
  slots.give();
  slots.give();
  slots.give();
  await Promise.all([take('e'), take('f')]);
  const last = take('g');
  await Promise.resolve();
  expect(taken).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  slots.give();
  await last;
});
