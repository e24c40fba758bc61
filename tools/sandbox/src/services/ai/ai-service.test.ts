import { makeFolder } from '@orchestra/testkit';
import { expect, test } from 'vitest';
import type { ChatMessage } from '../services.ts';
import { makeAiService } from './ai-service.ts';
import { readAiFixture } from './fixture.ts';

const never = new AbortController().signal;
const ask = (content: string): ChatMessage[] => [
  { role: 'system', content: 'ebb' },
  { role: 'user', content },
  { role: 'assistant', content: 'high' },
];
const coded = (code: string, part = '') =>
  expect.objectContaining({ code, message: expect.stringContaining(part) });

async function openFixture(content: object) {
  await using folder = await makeFolder({ 'ai.json': content });
  return makeAiService({ kind: 'fixture', fixture: await readAiFixture(folder.join('ai.json')) });
}

test('a fixture answers by what is asked last', async () => {
  const ai = await openFixture({
    chat: [
      { match: 'tide', answer: 'It is high.' },
      { match: '/^WHEN\\b/i', stream: ['At ', 'noon.'] },
      { match: 'fail', error: 'The model is asleep' },
    ],
  });
  expect(await ai.chat(ask('What of the tide?'), {}, never)).toEqual({
    content: 'It is high.',
    model: 'fixture',
  });
  expect(await ai.chat(ask('when?'), { model: 'm' }, never)).toEqual({
    content: 'At noon.',
    model: 'm',
  });
  expect(await Array.fromAsync(ai.chatStream(ask('When?'), {}, never))).toEqual(['At ', 'noon.']);
  await expect(ai.chat(ask('fail'), {}, never)).rejects.toThrowError(coded('failed', 'asleep'));
  await expect(ai.chat(ask('ebb'), {}, never)).rejects.toThrowError(coded('no-answer', "'ebb'"));
  await expect(ai.chat(ask('when'), {}, AbortSignal.abort())).rejects.toThrowError(
    coded('aborted'),
  );
});

test('a fixture embeds by its vectors, or by words', async () => {
  const given = await openFixture({ embed: { tide: [1, 0] } });
  expect(await given.embed(['tide'], {})).toEqual([[1, 0]]);
  await expect(given.embed(['ebb'], {})).rejects.toThrowError(coded('no-answer'));
  const hashed = await openFixture({ embed: 'hash' });
  const [one = [], same = [], near = [], far = []] = await hashed.embed(
    ['the high tide', 'The high tide!', 'the low tide', 'green tea'],
    {},
  );
  const product = (other: number[]) =>
    one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
  expect(one).toEqual(same);
  expect(product(one)).toBeCloseTo(1);
  expect(product(near)).toBeGreaterThan(product(far));
});

test('a fixture that is none says why', async () => {
  await expect(openFixture({ chat: [{ match: 1 }] })).rejects.toThrowError(
    coded('damaged', '/chat/0'),
  );
  await expect(readAiFixture('/none.json')).rejects.toThrowError(coded('not-found'));
});

test('without a model, the error says how to give one', async () => {
  const ai = makeAiService({ kind: 'none' });
  await expect(ai.chat(ask('x'), {}, never)).rejects.toThrowError(
    coded('no-answer', '--ai-command'),
  );
  await expect(ai.embed(['x'], {})).rejects.toThrowError(coded('no-answer'));
});

const byProgram = (cwd: string, code: string) =>
  makeAiService({ kind: 'command', command: [process.execPath, '-e', code], cwd, env: {} });

test('a program answers as it prints, is told the conversation, and ends when it is left', async () => {
  await using folder = await makeFolder();
  const echo = byProgram(
    folder.path,
    `
    let text = '';
    process.stdin.on('data', (part) => (text += part)).on('end', () => {
      const { messages, options } = JSON.parse(text);
      console.log(messages[1].content.toUpperCase() + options.maxTokens);
    });`,
  );
  expect(await echo.chat(ask('höhe'), { maxTokens: 5 }, never)).toEqual({
    content: 'HÖHE5',
    model: 'command',
  });
  const slow = byProgram(folder.path, `process.stdout.write('first'); setInterval(() => {}, 1000)`);
  const parts: string[] = [];
  for await (const part of slow.chatStream(ask('x'), {}, never)) {
    parts.push(part);
    break;
  }
  expect(parts).toEqual(['first']);
  const stop = new AbortController();
  const stopped = Array.fromAsync(slow.chatStream(ask('x'), {}, stop.signal));
  stop.abort();
  await expect(stopped).rejects.toThrowError(coded('aborted'));
  const failing = byProgram(folder.path, `console.error('no key'); process.exitCode = 3`);
  await expect(failing.chat(ask('x'), {}, never)).rejects.toThrowError(coded('failed', 'no key'));
});
