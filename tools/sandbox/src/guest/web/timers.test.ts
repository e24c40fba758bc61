import { afterAll, beforeAll, expect, test } from 'vitest';
import { compareWithNode } from '../../../test/compare-with-node.ts';
import { startGuest, type GuestIsolate } from '../../../test/guest-isolate.ts';

let guest: GuestIsolate;
beforeAll(async () => (guest = await startGuest()));
afterAll(() => guest.dispose());

test('timers run in the order of Node, with arguments', async () => {
  await compareWithNode(
    guest,
    `const seen = [];
    await new Promise((done) => {
      setTimeout((...args) => seen.push(['late', ...args]), 60, 1, 2);
      setTimeout(() => seen.push('early'), 5);
      setTimeout(() => { seen.push('last'); done(); }, 150);
      clearTimeout(setTimeout(() => seen.push('never'), 1));
      const id = setInterval((mark) => { seen.push(mark); if (seen.filter((one) => one === mark).length === 3) clearInterval(id); }, 2, 'tick');
      queueMicrotask(() => seen.push('micro'));
      Promise.resolve().then(() => seen.push('promise'));
      clearImmediate(setImmediate(() => seen.push('never')));
      setImmediate((value) => seen.push(value), 'immediate');
      seen.push('now');
    });
    clearTimeout(undefined); clearTimeout(null); clearTimeout('x'); clearTimeout({}); clearTimeout(1e9);
    const order = seen.filter((one) => one !== 'tick' && one !== 'immediate' && one !== 'early');
    return [order, seen.filter((one) => one === 'tick').length, seen.includes('immediate'), seen.includes('early'), tried(() => setTimeout('code')), tried(() => setTimeout()), tried(() => queueMicrotask(5)), tried(() => setInterval({}))];`,
  );
});

test('numbers stand for timers, and at most 10,000 are open', async () => {
  expect(
    await guest.run(`
      const ids = [];
      let failed;
      try { for (;;) ids.push(setTimeout(() => 1, 100_000)); } catch (error) { failed = [error.name, error.message]; }
      for (const id of ids) clearTimeout(String(id));
      const after = setTimeout(() => 1, 0);
      return [ids.length, ids.every((id) => typeof id === 'number'), failed, typeof after];`),
  ).toEqual([
    10_000,
    true,
    ['RangeError', '10000 timers are open: clear some before you start another.'],
    'number',
  ]);
});

test('what a timer throws is told to the host, and an interval goes on', async () => {
  const own = await startGuest();
  const runs = await own.run(`
    let runs = 0;
    await new Promise((done) => {
      const id = setInterval(() => { runs += 1; if (runs === 3) { clearInterval(id); setTimeout(done, 0); } throw new Error('no ' + runs); }, 1);
    });
    return runs;`);
  expect(runs).toBe(3);
  expect(own.told).toEqual([1, 2, 3].map((run) => ({ reported: `Error: no ${run}` })));
  own.dispose();
});
