import { afterAll, beforeAll, expect, test } from 'vitest';
import { startGuest, type GuestIsolate } from '../../../test/guest-isolate.ts';

/** A host whose socket says back what it is sent. */
const host = `
  return {
    openSocket(url, protocols, events) {
      told({ url, protocols });
      if (url.includes('refused')) setTimeout(() => { events.onError('no'); events.onClose(1006, ''); }, 1);
      else setTimeout(() => { events.onOpen(protocols[0] ?? ''); events.onMessage('hello'); }, 1);
      return {
        send(data) { told({ sent: typeof data === 'string' ? data : [...data] }); events.onMessage(data); },
        close(code, reason) { told({ code, reason }); setTimeout(() => { events.onClose(code ?? 1005, reason ?? ''); events.onClose(1000, 'again'); }, 1); },
      };
    },
    fetch() {}, log() {}, report: (error) => told({ reported: String(error) }),
  };`;

let guest: GuestIsolate;
beforeAll(async () => (guest = await startGuest({ host })));
afterAll(() => guest.dispose());

test('a socket opens, says what comes, sends and closes', async () => {
  guest.told.length = 0;
  const values = await guest.run(`
    const seen = [];
    const socket = new WebSocket('https://h/path', ['one', 'two']);
    seen.push(socket.readyState, socket.url, socket.binaryType, socket.protocol, WebSocket.OPEN, socket.CLOSED);
    try { socket.send('early'); } catch (error) { seen.push(error.name); }
    await new Promise((done) => {
      socket.onopen = (event) => { seen.push(['open', event.type, event.isTrusted, socket.readyState, socket.protocol]); };
      socket.onmessage = async (event) => {
        seen.push(typeof event.data === 'string' ? event.data : event.data instanceof Blob ? ['blob', await event.data.text()] : [...new Uint8Array(event.data)]);
        if (event.data === 'hello') { seen.push(event.origin, event instanceof MessageEvent); socket.send('text'); }
        else if (event.data === 'text') socket.send(new Uint8Array([65, 66]).subarray(1));
        else if (event.data instanceof Blob) { socket.binaryType = 'arraybuffer'; socket.send(new Blob(['x'])); }
        else { socket.close(3001, 'done'); seen.push(socket.readyState); socket.send('late'); }
      };
      socket.addEventListener('close', (event) => { seen.push([event.code, event.reason, event.wasClean, socket.readyState]); setTimeout(done, 5); });
    });
    socket.close();
    return seen;`);
  expect(values).toEqual([
    0,
    'wss://h/path',
    'blob',
    '',
    1,
    3,
    'InvalidStateError',
    ['open', 'open', true, 1, 'one'],
    'hello',
    'wss://h',
    true,
    'text',
    ['blob', 'B'],
    [120],
    2,
    [3001, 'done', true, 3],
  ]);
  expect(guest.told).toEqual([
    { url: 'wss://h/path', protocols: ['one', 'two'] },
    { sent: 'text' },
    { sent: [66] },
    { sent: [120] },
    { code: 3001, reason: 'done' },
  ]);
});

test('a socket that is refused tells an error, then that it closed', async () => {
  expect(
    await guest.run(`
      const socket = new WebSocket('ws://refused/');
      return await new Promise((done) => {
        const seen = [];
        socket.onerror = (event) => seen.push(event.type);
        socket.onclose = (event) => done([...seen, event.type, event.code, event.wasClean]);
      });`),
  ).toEqual(['error', 'close', 1006, false]);
});

test('what is no address, protocol, code or reason is refused', async () => {
  expect(
    await guest.run(`
      const tried = (run) => { try { run(); return 'taken'; } catch (error) { return error.name; } };
      const socket = new WebSocket('ws://h');
      return [tried(() => new WebSocket('x')), tried(() => new WebSocket('ftp://h')), tried(() => new WebSocket('ws://h#x')), tried(() => new WebSocket('ws://h', ['a', 'A'])), tried(() => new WebSocket('ws://h', 'a b')), tried(() => new WebSocket()), tried(() => socket.close(1001)), tried(() => socket.close(1000, 'x'.repeat(124))), tried(() => socket.close(1000, 'x'.repeat(123)))];`),
  ).toEqual([
    ...Array.from({ length: 5 }, () => 'SyntaxError'),
    'TypeError',
    'InvalidAccessError',
    'SyntaxError',
    'taken',
  ]);
});
