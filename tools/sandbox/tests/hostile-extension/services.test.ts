import { describe, expect, test } from 'vitest';
import { shareSandbox } from '../../test/hostile-sandbox.ts';
import { mainWith } from '../../test/run-extension.ts';
import type { WireResponse } from '../../src/services/services.ts';

/** What the services do next. */
const next = {
  chat: (): Promise<unknown> => Promise.resolve({ content: '', model: '' }),
  parts: (): AsyncIterable<string> => (async function* () {})(),
  body: (): AsyncIterable<Uint8Array> => (async function* () {})(),
  signals: [] as AbortSignal[],
};
const ai = {
  chat: (_m: unknown, _o: unknown, signal: AbortSignal) => {
    next.signals.push(signal);
    return next.chat() as Promise<{ content: string; model: string }>;
  },
  chatStream: () => next.parts(),
  embed: () => Promise.resolve([]),
};
const network = {
  fetch: (): Promise<WireResponse> =>
    Promise.resolve({
      url: 'https://example.com/',
      redirected: false,
      status: 200,
      statusText: 'OK',
      headers: [],
      body: next.body(),
    }),
  openSocket: () => Promise.reject(new Error('There is none.')),
};
const { attack, running } = shareSandbox({
  permissions: ['ai.chat', 'network', 'filesystem.read'],
  services: { ai, network },
});

const outcomeOfChat = `command(() => ai.chat('a').then((value) => ({ value }), (error) => [error instanceof Error, error.name, error.message]));`;

describe('a service that throws', () => {
  test.each([
    ['undefined', undefined, 'undefined'],
    ['null', null, 'null'],
    ['a text', 'words', 'words'],
    [
      'an object with getters',
      {
        get message() {
          throw new Error('inner');
        },
      },
      '[object Object]',
    ],
    [
      'an error whose parts throw',
      Object.defineProperty(new Error('a'), 'message', {
        get() {
          throw new Error('inner');
        },
      }),
      'tells nothing',
    ],
    ['a function', () => 1, '=> 1'],
    ['megabytes', new Error('x'.repeat(9e6)), 'xxx'],
  ])('%s fails its call alone', async (_, thrown, message) => {
    next.chat = () => Promise.reject(thrown as Error);
    const { value, calls, stops } = await attack(outcomeOfChat);
    expect(value).toMatchObject([true, 'Error', expect.stringContaining(message)]);
    expect(calls.at(-1)).toMatchObject({
      api: 'ai.chat',
      isAllowed: true,
      error: expect.stringContaining(message),
    });
    expect(calls.at(-1)?.error?.length).toBeLessThan(20_000);
    expect(stops).toEqual([]);
  });

  test('tells nothing of where the host is', async () => {
    next.chat = () => Promise.reject(new Error('mine'));
    const { value } = await attack(`command(() => ai.chat('a').catch(({ stack }) => stack));`);
    expect(value).not.toMatch(/node:|services\.test|build-session/);
  });

  test('at once, not by a promise, fails its call alone', async () => {
    next.chat = () => {
      throw new Error('at once');
    };
    const { value } = await attack(outcomeOfChat);
    expect(value).toMatchObject([true, 'Error', 'at once']);
  });
});

test.each([
  ['a function', { content: () => 1 }, "can't be sent, at the answer.content"],
  [
    'a cycle',
    (() => {
      const a: { a?: unknown } = {};
      a.a = a;
      return a;
    })(),
    'contains itself',
  ],
  ['too much', { content: 'x'.repeat(9e6) }, "More than 8 MB can't be handed over"],
  [
    'a getter that throws',
    {
      get content() {
        throw new Error('inner');
      },
    },
    'inner',
  ],
])('a service that answers %s fails its call alone', async (_, answer, message) => {
  next.chat = () => Promise.resolve(answer);
  const { value, calls } = await attack(outcomeOfChat);
  expect(value).toMatchObject([true, expect.any(String), expect.stringContaining(message)]);
  expect(calls.at(-1)).toMatchObject({ error: expect.stringContaining(message) });
});

test('a service that answers a build that is no more is told beforehand, and heard by nobody', async () => {
  const answered = Promise.withResolvers<unknown>();
  next.chat = () => answered.promise;
  next.signals.length = 0;
  await running.load({ 'src/main.ts': mainWith(`void ai.chat('a'); command(() => 'old');`) });
  await expect.poll(() => next.signals).toHaveLength(1);
  await running.load({ 'src/main.ts': mainWith(`command(() => 'new');`) });
  expect(next.signals[0]?.aborted).toBe(true);
  answered.resolve({ content: 'late', model: '' });
  expect(await running.sandbox.runCommand('it')).toBe('new');
});

describe('a stream', () => {
  /** Parts that count how many of them were made. */
  function countParts<T>(part: T, most: number) {
    const made = { count: 0, isLeft: false };
    const parts = async function* () {
      try {
        for (; made.count < most;) {
          made.count += 1;
          yield part;
        }
      } finally {
        made.isLeft = made.count < most;
      }
    };
    return { made, parts };
  }

  test('of which nothing is read is sent no further than a few parts, and then as it is read', async () => {
    const { made, parts } = countParts('word', 100);
    next.parts = parts;
    await running.load({
      'src/main.ts': mainWith(`
        const stream = ai.chatStream('a')[Symbol.asyncIterator]();
        command(() => new Promise((go) => setTimeout(go, 50)), 'wait');
        command(() => stream.next());
        command(async () => { let count = 0; while (!(await stream.next()).done) count += 1; return count; }, 'rest');`),
    });
    await running.sandbox.runCommand('wait');
    const first = made.count;
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(12);
    expect(await running.sandbox.runCommand('it')).toEqual({ done: false, value: 'word' });
    await running.sandbox.runCommand('wait');
    expect(made.count).toBe(first + 1);
    expect(await running.sandbox.runCommand('rest')).toBe(99);
    expect(made.count).toBe(100);
  });

  test('that is a body which nobody reads holds a few parts, and is left with its build', async () => {
    const { made, parts } = countParts(new Uint8Array(1_000), 10_000);
    next.body = parts;
    const { value } = await attack(`command(async () => {
      const { body } = await fetch('https://example.com');
      await new Promise((go) => setTimeout(go, 50));
      return body.locked;
    });`);
    expect(value).toBe(false);
    expect(made.count).toBeLessThan(12);
    await running.load({ 'src/main.ts': mainWith(`command(() => 'next');`) });
    await expect.poll(() => made.isLeft).toBe(true);
  });

  test.each([
    ['undefined', undefined, 'undefined'],
    ['megabytes', new Error('x'.repeat(9e6)), 'xxx'],
  ])('that breaks off with %s tells its reader', async (_, thrown, message) => {
    next.parts = async function* () {
      yield 'first';
      throw thrown;
    };
    const { value } = await attack(
      `command(async () => { const parts = []; try { for await (const part of ai.chatStream('a')) parts.push(part); } catch (error) { parts.push(error.message); } return parts; });`,
    );
    expect(value).toEqual(['first', expect.stringContaining(message)]);
  });

  test('with a part that is too large breaks off', async () => {
    next.parts = async function* () {
      yield 'x'.repeat(9e6);
    };
    const { value } = await attack(
      `command(async () => { try { for await (const part of ai.chatStream('a')) return part.length; } catch (error) { return error.code; } });`,
    );
    expect(value).toBe('too-large');
  });
});

test('what needs a permission that is not declared is told of to nobody', async () => {
  const { value, calls } = await attack(`
    const told = [];
    context.secrets.onDidChange((change) => told.push(change));
    command(async () => {
      const refused = [];
      for (const ask of [() => terminal.create(), () => terminal.all, () => terminal.active, () => context.secrets.get('key'), () => fs.writeFile('a', 'b')]) {
        try { refused.push(await ask()); } catch (error) { refused.push(error.code); }
      }
      return refused;
    });
    command(() => told, 'told');`);
  expect(value).toEqual(Array.from({ length: 5 }, () => 'permission-denied'));
  expect(calls.filter(({ isAllowed }) => !isAllowed).map(({ api }) => api)).toEqual([
    'terminal.create',
    'terminal.all',
    'terminal.active',
    'context.secrets',
    'fs.writeFile',
  ]);
  running.events.onSecretChanged('key');
  expect(await running.sandbox.runCommand('told')).toEqual([]);
});
