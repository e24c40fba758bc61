import { afterEach, expect, test } from 'vitest';
import { cookieOf, signIn } from '../../test/sign-in.ts';
import { type ReadResponse, type RunningApi, startApi } from '../../test/start-api.ts';
import type { Rates } from './rates.ts';

const few: Rates = {
  reads: { perAddress: 6, perToken: 4 },
  writes: { perAddress: 3, perToken: 2 },
};

let api: RunningApi;
afterEach(() => api[Symbol.asyncDispose]());

const read = (init: { token?: string; headers?: Record<string, string> } = {}) =>
  api.send('/extensions', init);

test('an address that asks too often is told when it may again, and how much is left before', async () => {
  api = await startApi({ api: { rates: few } });
  const answers: ReadResponse[] = [];
  for (let nth = 0; nth < 8; nth += 1) answers.push(await read());
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200, 429, 429]);
  const told = (name: string) => answers.map(({ headers }) => headers.get(name));
  expect(told('ratelimit-limit')).toEqual(answers.map(() => '6'));
  expect(told('ratelimit-remaining')).toEqual(['5', '4', '3', '2', '1', '0', '0', '0']);
  const refused = answers[6];
  expect(refused?.body).toMatchObject({ code: 'rate-limited', hint: expect.any(String) });
  const after = Number(refused?.headers.get('retry-after'));
  expect(after).toBeGreaterThan(0);
  expect(after).toBeLessThanOrEqual(60);
});

test('writes are counted apart from reads, and refused ones too', async () => {
  api = await startApi({ api: { rates: few } });
  const statuses = [];
  for (let nth = 0; nth < 4; nth += 1)
    statuses.push((await api.send('/extensions', { method: 'POST' })).status);
  expect(statuses).toEqual([401, 401, 401, 429]);
  expect((await read()).status).toBe(200);
});

test('a token is counted wherever it comes from, and a new one each time by its address', async () => {
  api = await startApi({ api: { rates: few, proxies: ['127.0.0.1'] } });
  const from = (nth: number) => ({ 'x-forwarded-for': `203.0.113.${nth}` });
  const statuses = [];
  for (let nth = 0; nth < 5; nth += 1)
    statuses.push((await read({ token: api.tokens.tide, headers: from(nth) })).status);
  expect(statuses).toEqual([200, 200, 200, 200, 429]);
  expect((await read({ token: api.tokens.moon, headers: from(1) })).status).toBe(200);

  const guessed = [];
  for (let nth = 0; nth < 7; nth += 1)
    guessed.push((await api.send('/me', { token: `guess-${nth}`, headers: from(99) })).status);
  expect(guessed).toEqual([401, 401, 401, 401, 401, 401, 429]);
});

test('a session is counted wherever it comes from, as its token is', async () => {
  api = await startApi({ api: { rates: few, proxies: ['127.0.0.1'], localSignIn: true } });
  const cookie = cookieOf(await signIn(api, api.tokens.tide));
  const statuses = [];
  for (let nth = 0; nth < 5; nth += 1) {
    const headers = { cookie, 'x-forwarded-for': `203.0.113.${nth}` };
    statuses.push((await read({ headers })).status);
  }
  expect(statuses).toEqual([200, 200, 200, 200, 429]);
});

test('machines of one IPv6 network are one, and nobody but a proxy says where a request comes from', async () => {
  api = await startApi({ api: { rates: few, proxies: ['127.0.0.1'] } });
  const left = async (address: string) => {
    const answer = await read({ headers: { 'x-forwarded-for': address } });
    return answer.headers.get('ratelimit-remaining');
  };
  expect(await left('2001:db8:1:2::1')).toBe('5');
  expect(await left('2001:db8:1:2:ffff::9')).toBe('4');
  expect(await left('2001:db8:1:3::1')).toBe('5');
  expect(await left('::ffff:203.0.113.1')).toBe('5');
  expect(await left('203.0.113.1')).toBe('4');
  await api[Symbol.asyncDispose]();

  api = await startApi({ api: { rates: few } });
  expect(await left('203.0.113.7')).toBe('5');
  expect(await left('203.0.113.8')).toBe('4');
});

test('addresses where nothing is are counted, and the health of the server is not', async () => {
  api = await startApi({ api: { rates: few } });
  for (let nth = 0; nth < 6; nth += 1) expect((await api.send('/nothing')).status).toBe(404);
  expect((await api.send('/nothing')).status).toBe(429);
  expect((await api.send('//healthz')).status).toBe(200);
});
