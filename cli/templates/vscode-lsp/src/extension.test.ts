import { activate, expect, host, test, waitFor } from '@orchestra/test';

test('the server finds mistakes, and answers about names', async () => {
  await host.workspace({ 'a.__name__': 'let width = 3\nshow width * depth\n' });
  await activate();
  await host.editor('a.__name__', { line: 2, column: 7 });
  await waitFor(async () => {
    const messages = (await host.problems()).map(({ line, message }) => `${line}: ${message}`);
    expect(messages).toEqual(["2: Nothing defines 'depth'"]);
  });
  expect(await host.language('hover')).toEqual([['`width` is `3`']]);
});
