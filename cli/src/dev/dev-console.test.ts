import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { DevConsole } from './dev-console.ts';

test('what is printed after the terminal has ended is printed once the console is closed', async () => {
  const stdin = Object.assign(new PassThrough(), { isTTY: true as const, setRawMode: () => stdin });
  const stdout = Object.assign(new PassThrough(), { isTTY: true as const, columns: 80, rows: 24 });
  const printed = text(stdout);
  const quit = Promise.withResolvers<void>();
  const lines: string[] = [];
  const console = new DevConsole({
    stdin: stdin as never,
    stdout: stdout as never,
    prompt: '> ',
    onLine: (line) => lines.push(line),
    onQuit: quit.resolve,
    complete: () => [],
  });
  stdin.write('first\r');
  console.print('before');
  stdin.write('\x04'); // Ctrl-D
  await quit.promise;
  console.print('after');
  console.close();
  stdout.end();
  expect(lines).toEqual(['first']);
  expect(await printed).toMatch(/before[^]*after\n$/);
});
