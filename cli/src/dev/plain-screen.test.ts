import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { PlainScreen } from './plain-screen.ts';

test('what is printed while questions are asked comes after the last of them', async () => {
  const stdout = new PassThrough();
  const screen = new PlainScreen(stdout as never);
  const answers = [Promise.withResolvers<string>(), Promise.withResolvers<string>()];
  screen.print('one');
  const asked = answers.map(({ promise }) => screen.ask(() => promise));
  screen.print('two');
  answers[0]?.reject(new Error('left'));
  await expect(asked[0]).rejects.toThrowError('left');
  screen.print('three');
  expect(String(stdout.read())).toBe('one\n');
  answers[1]?.resolve('yes');
  expect(await asked[1]).toBe('yes');
  expect(String(stdout.read())).toBe('two\nthree\n');
});
