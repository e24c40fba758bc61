import { expect, test } from 'vitest';
import { causesOf } from '../../src/host/causes.ts';
import { shareSandbox } from '../../test/hostile-sandbox.ts';

const { attack } = shareSandbox({ permissions: ['filesystem.read'] });

test.each([
  [
    'an object',
    `{ code: 7, at: { tide: 'high' } }`,
    "{ code: 7, at: { tide: 'high' } } was thrown",
  ],
  ['nothing', 'undefined', 'undefined was thrown, which is no Error'],
  ['a text', `'the tide is out'`, 'the tide is out'],
  [
    'an object whose own code never ends',
    `{ toJSON() { for (;;); }, toString() { for (;;); }, get a() { for (;;); } }`,
    'a: [Getter]',
  ],
  [
    'a proxy that throws',
    `new Proxy({}, { getPrototypeOf() { throw 1; }, ownKeys() { throw 1; } })`,
    'was thrown, which is no Error',
  ],
  [
    'an object that contains itself',
    `(() => { const a = {}; a.a = a; return a; })()`,
    '{ a: [Circular] }',
  ],
  ['much', `Array.from({ length: 2e3 }, () => 'x'.repeat(50))`, "'xxx"],
])('%s that is thrown is told as it is', async (_what, thrown, message) => {
  const { error } = await attack(`command(() => { throw ${thrown}; });`);
  expect(error?.message).toContain(message);
  expect(error?.message.length).toBeLessThan(6_000);
});

test('what is behind an error is told, nearest first, with its places', async () => {
  const { error } = await attack(`command(() => {
    const first = new TypeError('no tide', { cause: { moon: 'new' } });
    const joined = new AggregateError([new RangeError('too high'), 'too low'], 'no forecast');
    throw new Error('nothing to show', { cause: new Error('not read', { cause: Object.assign(joined, { cause: first }) }) });
  });`);
  expect(error?.message).toBe('nothing to show');
  expect(causesOf(error)).toEqual([
    expect.stringMatching(/^Caused by Error: not read, at src\/main\.ts:\d+:\d+$/),
    expect.stringMatching(/^Caused by AggregateError: no forecast, at src\/main\.ts:/),
    expect.stringMatching(/^Caused by TypeError: no tide, at /),
    "Caused by Error: { moon: 'new' }",
    expect.stringMatching(/^One of these: RangeError: too high, at /),
    "One of these: Error: 'too low'",
  ]);
});

test.each([
  [
    'without end',
    `let error = new Error('0'); for (let at = 0; at < 1e4; at++) error = new Error('x'.repeat(1e4), { cause: error }); throw error;`,
  ],
  ['in a circle', `const error = new Error('a'); error.cause = error; throw error;`],
  [
    'by getters that never end',
    `throw Object.defineProperty(new Error('a'), 'cause', { get() { for (;;); } });`,
  ],
  [
    'by a list that lies',
    `throw Object.assign(new Error('a'), { errors: new Proxy([], { get() { for (;;); } }) });`,
  ],
])('causes that go on %s are bounded', async (_what, code) => {
  const { error } = await attack(`command(() => { ${code} });`);
  expect(error?.message[0]).toMatch(/^[ax]/);
  expect(causesOf(error).length).toBeLessThanOrEqual(10);
});
