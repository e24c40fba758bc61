import { expect, test } from 'vitest';
import { makeFakeEngine } from '../test/run-fake-engine.ts';

test.each([
  ['garbage', `write('garbage\\n')`, 'no message of the protocol: it is no JSON'],
  ['JSON that is no message', `write('[1]\\n')`, 'its type is not known'],
  ['a type of every object', `say({ type: 'constructor' })`, 'its type is not known'],
  ['a message with more in it', `say({ type: 'loaded', also: 1 })`, 'loaded'],
  ['a number that is none', `say({ type: 'cancel', call: 1e300 })`, 'cancel/call'],
  ['deep JSON', `write('['.repeat(1e6) + ']'.repeat(1e6) + '\\n')`, 'its type is not known'],
  [
    'a line without an end',
    `const text = 'x'.repeat(65536); setInterval(() => { for (let n = 0; n < 20; n += 1) write(text) }, 1)`,
    'larger than it may be',
  ],
  ['an exit', `process.exit(7)`, 'exit code 7'],
  ['a crash', `throw new RangeError('on purpose')`, 'RangeError: on purpose'],
  ['a signal', `process.kill(process.pid, 'SIGTERM')`, 'SIGTERM'],
  [
    'megabytes of complaints',
    `require('node:fs').writeSync(2, 'E'.repeat(3e6)); process.exit(1)`,
    'exit code 1: EEE',
  ],
])('after %s, what happened is told', async (_, code, message) => {
  const { start, asked, sandbox } = await makeFakeEngine(`hear = () => { ${code} };`);
  await expect(start()).rejects.toThrow(message);
  expect(asked).toEqual([]);
  expect(sandbox.isRunning).toBe(false);
});

test.each([
  ['is silent', ``, 'did not answer any longer'],
  [
    'ignores signals and closes its output',
    `process.on('SIGTERM', () => {}); require('node:fs').closeSync(1);`,
    'did not answer',
  ],
  ['reads nothing any longer', `process.stdin.pause();`, 'did not answer'],
])('an engine that %s is ended', async (_, code, message) => {
  const running = await makeFakeEngine(
    `hear = ({ type, build }) => { if (type === 'load') { say({ type: 'loaded', build }); say({ type: 'ready', build }); ${code} } };`,
    { limits: { pingMs: 200 } },
  );
  await running.start();
  await expect.poll(() => running.stops.at(-1)?.goesOn).toBe(false);
  expect(running.stops.map(({ error }) => error.message)).toEqual(
    Array.from({ length: 4 }, () => expect.stringContaining(message)),
  );
  expect(running.sandbox.isRunning).toBe(false);
});

test('what makes no sense is left alone, and nothing is asked of a service', async () => {
  const running = await makeFakeEngine(`
    hear = ({ type, call: id }) => {
      if (type === 'ping') say({ type: 'pong', call: id });
      if (type !== 'load') return;
      say({ type: 'ready' });
      say({ type: 'done', call: 1, outcome: { ok: true, value: null } });
      say({ type: 'done', call: 5, outcome: { ok: false, error: { name: '__proto__', message: '', code: 'x' } } });
      say({ type: 'cancel', call: 9 });
      say({ type: 'render', registration: 9, view: { $object: 1 } });
      say({ type: 'unregister', registration: 9 });
      say({ type: 'disposed' });
      say({ type: 'loaded', build: 77 });
      say({ type: 'failed', build: 77, reason: 'memory', error: { name: 'Error', message: 'of another' } });
      call(1, '__proto__', []); call(2, 'constructor', []); call(3, 'fs', []); call(4, 'fs.readFile.x', ['a']);
      call(5, 'a.'.repeat(1e6), []); call(6, 'fs.watch', ['*']); call(7, 'terminal.create', [{}]);
      call(8, 'fs.readFile', ['a'], '('.repeat(1e6) + ' at '.repeat(1e5));
      register(1, 'toString', []); register(2, 'fs.readFile', ['a']); register(3, 'fs.watch', ['*']);
      start();
    };`);
  await running.start();
  await expect.poll(() => running.calls).toHaveLength(11);
  expect(running.calls.filter(({ isAllowed }) => isAllowed)).toEqual([]);
  expect(running.calls.every(({ api }) => api.length <= 100)).toBe(true);
  expect(running.asked).toEqual([]);
  expect(running.stops).toEqual([]);
});

test.each([
  ['terminal.create', `register(1, 'terminal.create', [{}])`, 'terminal'],
  ['terminal.all', `call(1, 'terminal.all', [])`, 'terminal'],
  ['terminal.active', `call(1, 'terminal.active', [])`, 'terminal'],
  ['terminal.sendText', `call(1, 'terminal.sendText', [1, 'ls'])`, 'terminal'],
  ['terminal.show', `call(1, 'terminal.show', [1])`, 'terminal'],
  ['fs.watch', `register(1, 'fs.watch', ['*'])`, 'filesystem.read'],
  ['network.openSocket', `register(1, 'network.openSocket', ['wss://example.com'])`, 'network'],
  ['socket.send', `call(1, 'socket.send', [1, 'a'])`, 'network'],
  ['secrets.get', `call(1, 'secrets.get', ['key'])`, 'secrets'],
  ['system.exec', `call(1, 'system.exec', ['ls'])`, 'system.exec'],
])(
  'the gate refuses %s by itself, where the guest asks for it all the same',
  async (_, code, permission) => {
    const running = await makeFakeEngine(
      `hear = ({ type, call: id, ...rest }) => {
      if (type === 'ping') say({ type: 'pong', call: id });
      if (type === 'result' || type === 'action') say({ type: 'log', level: 'info', text: JSON.stringify(rest), at: '' });
      if (type === 'load') { ${code}; start(); }
    };`,
    );
    await running.start();
    await expect.poll(() => running.logs).toHaveLength(1);
    expect(running.calls).toMatchObject([{ permissions: [permission], isAllowed: false }]);
    expect(running.logs[0]?.text).toContain('permission-denied');
    expect(running.asked).toEqual([]);
  },
);

test('places that no source has are passed over', async () => {
  const running = await makeFakeEngine(
    `const numbers = ['0:0', '1:1', '9:9', '9'.repeat(400) + ':1', '1:' + '9'.repeat(400), '-1:1', '1e9:1'];
    hear = ({ type, call: id }) => {
      if (type === 'ping') say({ type: 'pong', call: id });
      if (type !== 'load') return;
      numbers.forEach((place, index) => call(index + 1, 'fs.exists', ['a'], '\\n    at f (main.js:' + place + ')'));
      start();
    };`,
  );
  const sourceless = { version: 3, sources: [], names: [], mappings: 'A' };
  await running.sandbox.load({ code: '', map: JSON.stringify(sourceless), name: 'main.js' });
  await expect.poll(() => running.calls.length).toBe(7);
  expect(running.stops).toEqual([]);
});

/** Values that no engine in order writes. */
const wrongValues = [
  `{ $date: { toString: 1 } }`,
  `{ $bigint: 'x' }`,
  `{ $number: [[[]]] }`,
  `{ $bytes: 'a' }`,
  `{ $map: 5 }`,
  `{ $set: { $object: 5 } }`,
  `{ $error: null }`,
  `{ $nothing: 1 }`,
  `{ $object: null }`,
  `JSON.parse('{"$object":'.repeat(1000) + '1' + '}'.repeat(1000))`,
  `JSON.parse('['.repeat(1000) + ']'.repeat(1000))`,
  `JSON.parse('{"__proto__":{"constructor":1}}')`,
  `'text'`,
  `null`,
];

test('values that are wrong fail their call, and nothing else', async () => {
  const running = await makeFakeEngine(
    `const values = [${wrongValues.join(', ')}];
    hear = ({ type, call: id, registration, name }) => {
      if (type === 'ping') say({ type: 'pong', call: id });
      if (type === 'run') say({ type: 'done', call: id, outcome: { ok: true, value: values[0] } });
      if (type !== 'load') return;
      values.forEach((value, index) => {
        call(1000 + index, 'clipboard.writeText', value);
        call(2000 + index, 'clipboard.writeText', [value]);
        register(3000 + index, 'ui.createStatusBarItem', value);
        register(4000 + index, 'ui.createStatusBarItem', [{ alignment: 'left', priority: 1 }]);
        say({ type: 'render', registration: 4000 + index, view: value });
      });
      register(1, 'commands.register', ['it']);
      register(1, 'commands.register', ['other']);
      start();
    };`,
    { permissions: ['clipboard'] },
  );
  await running.start();
  await expect.poll(() => running.calls).toHaveLength(wrongValues.length * 4 + 2);
  expect(running.asked.filter((one) => one !== 'clipboard.writeText "text"')).toEqual([]);
  expect(running.sandbox.commands).toEqual(['it']);
  expect(await running.sandbox.runCommand('it')).toBeUndefined();
  expect(running.stops).toEqual([]);
});

test('calls hold no more memory of a host than they may', async () => {
  const running = await makeFakeEngine(
    `const text = 'x'.repeat(7e6);
    hear = ({ type, call: id }) => {
      if (type === 'ping') say({ type: 'pong', call: id });
      if (type !== 'load') return;
      for (let id = 1; id <= 12; id += 1) call(id, 'clipboard.writeText', [text]);
      start();
    };`,
    {
      permissions: ['clipboard'],
      services: {
        clipboard: { readText: async () => '', writeText: () => new Promise(() => undefined) },
      },
    },
  );
  await running.start();
  expect(running.calls.map(({ error }) => error)).toEqual(
    Array.from({ length: 3 }, () => 'Too many calls are open.'),
  );
});

test('an engine that takes no answers is ended before they fill the memory of its host', async () => {
  const running = await makeFakeEngine(
    `hear = ({ type }) => {
      if (type !== 'load') return;
      process.stdin.pause();
      setInterval(() => {}, 1e6); // else it would end
      for (let id = 1; id <= 20; id += 1) call(id, 'clipboard.readText', []);
    };`,
    {
      permissions: ['clipboard'],
      services: {
        clipboard: { readText: async () => 'x'.repeat(7e6), writeText: async () => undefined },
      },
    },
  );
  await expect(running.start()).rejects.toThrow('did not read what its host sent');
});

test('a flood of log lines is counted, and the rest of it not shown', async () => {
  const running = await makeFakeEngine(
    `hear = ({ type, call: id }) => {
      if (type === 'ping') say({ type: 'pong', call: id });
      if (type !== 'load') return;
      for (let at = 0; at < 50; at += 1) say({ type: 'log', level: 'x', text: 'y'.repeat(1e5), at: '' });
      start();
    };`,
    { limits: { logLines: 10 } },
  );
  await running.start();
  await running.sandbox.close();
  const shown = running.logs.filter(({ text }) => text.startsWith('y'));
  const lost = running.logs.map(({ text }) => parseInt(text, 10)).filter((count) => count > 0);
  expect(shown.length + lost.reduce((sum, count) => sum + count, 0)).toBe(50);
  expect(lost.length).toBeGreaterThan(0);
  expect(running.logs[0]).toMatchObject({ level: 'info', place: null });
  expect(running.logs[0]?.text.length).toBe(20_001);
});

test('a build that fails right after it was ready does not take the place of another', async () => {
  const { start, sandbox } = await makeFakeEngine(
    `hear = ({ type }) => {
      if (type !== 'load') return;
      const error = { name: 'Error', message: 'too good' };
      const lines = [{ type: 'loaded' }, { type: 'ready' }, { type: 'failed', reason: 'threw', error }];
      write(lines.map((line) => JSON.stringify({ build: 1, ...line }) + '\\n').join(''));
    };`,
  );
  await expect(start()).rejects.toThrow('too good');
  expect(sandbox.isRunning).toBe(false);
});
