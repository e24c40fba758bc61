import { afterAll, beforeAll, expect, test } from 'vitest';
import { startGuest, type GuestIsolate } from '../../../test/guest-isolate.ts';

/** A host that answers with what it was asked, or as the path of the address says. */
const host = `
  const text = (value) => new TextEncoder().encode(value);
  return {
    async fetch(request, signal) {
      const { pathname } = new URL(request.url);
      told({ ...request, body: request.body && new TextDecoder().decode(request.body), hasSignal: signal !== undefined });
      if (pathname === '/down') throw new TypeError('The network is down.');
      if (pathname === '/denied') throw Object.assign(new Error('Not allowed.'), { code: 'permission-denied' });
      if (pathname === '/never') return new Promise(() => {});
      const head = { url: request.url, redirected: pathname === '/moved', status: pathname === '/empty' ? 204 : 200, statusText: 'OK', headers: [['Content-Type', 'application/json'], ['set-cookie', 'a=1'], ['set-cookie', 'b=2']] };
      async function* pieces() {
        try {
          yield text('{"got":'); yield new Uint8Array();
          if (pathname === '/broken') throw new TypeError('It broke off.');
          for (let at = 0; pathname === '/endless'; at += 1) { yield text('x'); await null; }
          yield text('1}');
        } finally { told('left ' + pathname); }
      }
      return { head, body: pieces() };
    },
    openSocket() {}, log() {}, report: (error) => told({ reported: String(error) }),
  };`;

let guest: GuestIsolate;
beforeAll(async () => (guest = await startGuest({ host })));
afterAll(() => guest.dispose());

test('a request goes to the host as it was made, and a response comes back', async () => {
  guest.told.length = 0;
  const values = await guest.run(`
    const response = await fetch('http://h/moved?q#hash', { method: 'post', body: new URLSearchParams({ a: 'ü' }), headers: [['X-A', '1'], ['x-a', '2']], redirect: 'manual' });
    const frozen = (() => { try { response.headers.set('a', 'b'); } catch (error) { return error.name; } })();
    const copy = response.clone();
    return [response.url, response.redirected, response.ok, response.type, response.statusText, [...response.headers], frozen, await response.json(), await copy.text(), response.bodyUsed, response instanceof Response];`);
  expect(values).toEqual([
    'http://h/moved?q',
    true,
    true,
    'basic',
    'OK',
    [
      ['content-type', 'application/json'],
      ['set-cookie', 'a=1'],
      ['set-cookie', 'b=2'],
    ],
    'TypeError',
    { got: 1 },
    '{"got":1}',
    true,
    true,
  ]);
  expect(guest.told).toEqual([
    {
      url: 'http://h/moved?q#hash',
      method: 'POST',
      redirect: 'manual',
      headers: [
        ['x-a', '1'],
        ['x-a', '2'],
        ['content-type', 'application/x-www-form-urlencoded;charset=UTF-8'],
      ],
      body: 'a=%C3%BC',
      hasSignal: false,
    },
    'left /moved',
  ]);
});

test('what fails and what is refused rejects with what the host says', async () => {
  const values = await guest.run(`
    const failed = (promise) => promise.catch((error) => [error.name, error.code, error.message]);
    return [await failed(fetch('http://h/down')), await failed(fetch('http://h/denied')), await failed(fetch('nonsense')), await failed(fetch()), await failed((await fetch('http://h/broken')).text())];`);
  expect(values).toEqual([
    ['TypeError', null, 'The network is down.'],
    ['Error', 'permission-denied', 'Not allowed.'],
    ['TypeError', null, 'Failed to parse URL from nonsense'],
    ['TypeError', null, expect.stringContaining('1 argument required')],
    ['TypeError', null, 'It broke off.'],
  ]);
});

test('a signal ends a request, before and while its body comes', async () => {
  guest.told.length = 0;
  const values = await guest.run(`
    const failed = (promise) => promise.then(() => 'came', (error) => error?.name ?? error);
    const seen = [await failed(fetch('http://h/x', { signal: AbortSignal.abort('early') }))];
    const waiting = new AbortController();
    setTimeout(() => waiting.abort(), 5);
    seen.push(await failed(fetch('http://h/never', { signal: waiting.signal })));
    const reading = new AbortController();
    const response = await fetch('http://h/endless', { signal: reading.signal });
    const reader = response.body.getReader();
    await reader.read();
    reading.abort('enough');
    seen.push(await failed(reader.read()));
    const left = await fetch('http://h/endless');
    await left.body.cancel();
    seen.push(await failed(fetch('http://h/empty').then((empty) => empty.text())));
    await new Promise((done) => setTimeout(done, 5));
    return [...seen, (await fetch('http://h/empty')).body, (await fetch('http://h/x', { method: 'HEAD' })).body];`);
  expect(values).toEqual(['early', 'AbortError', 'enough', 'came', null, null]);
  expect(guest.told.filter((line) => line === 'left /endless')).toHaveLength(1);
});

test('a body that is streamed is read before it is sent', async () => {
  guest.told.length = 0;
  await guest.run(`
    const body = ReadableStream.from(['a', 'b']).pipeThrough(new TextEncoderStream());
    await fetch(new Request('http://h/x', { method: 'PUT', body, duplex: 'half' }));`);
  expect(guest.told[0]).toMatchObject({ method: 'PUT', body: 'ab' });
});
