import { parseValue } from '@orchestra/core';
import { cliIn, makeFolder } from '@orchestra/testkit';
import { expect, test } from 'vitest';
import { type DevEvent, DevEventSchema } from '../src/dev/dev-event.ts';
import { cliHere } from './run-here.ts';

const nowhere = { url: 'http://127.0.0.1:1' };

function eventsOf(stdout: string): DevEvent[] {
  const lines = stdout.trim().split('\n');
  return lines.map((line) => {
    const parsed = parseValue(DevEventSchema, JSON.parse(line));
    if (!parsed.ok) throw new Error(`${line}: ${JSON.stringify(parsed.errors)}`);
    return parsed.value;
  });
}

test('the template of a theme is started, checked and shown by the installed command line', async () => {
  await using folder = await makeFolder({});
  const cli = cliHere(folder.path, nowhere);
  await cli(['init', 'tide', '--template', 'theme', '--yes', '-C', folder.path]);
  const at = ['-C', folder.join('tide')];
  expect(await cli(['check', ...at])).toMatchObject({ exitCode: 0 });

  const installed = cliIn(folder.path, nowhere);
  const all = await installed(['dev', '--json', ...at]);
  expect(all.exitCode).toBe(0);
  const looks = eventsOf(all.stdout).flatMap((event) =>
    event.type === 'look' ? [event.look] : [],
  );
  expect(looks.map(({ kind, label }) => [kind, label])).toEqual([
    ['theme', 'Tide Dark'],
    ['theme', 'Tide Light'],
  ]);

  const one = await installed(['dev', '--run', 'show', 'tide dark', ...at], {
    env: { FORCE_COLOR: '3' },
  });
  expect(one.exitCode).toBe(0);
  expect(one.stdout).toContain('\u001B[48;2;26;29;36m'); // the background of the theme
  const plain = await installed(['dev', '--run', 'show', '1', ...at]);
  expect(plain.stdout).toMatch(/comment\.line\.double-slash\.ts +#8a93a6 +italic/);
  expect((await installed(['dev', '--run', 'show', 'lost', ...at])).exitCode).toBe(1);
});

test('the template of a language is shown where its code can’t start', async () => {
  await using folder = await makeFolder({ 'work/a.tide': 'let width = 3\n' });
  const cli = cliHere(folder.path, nowhere);
  await cli(['init', 'tide', '--template', 'vscode-lsp', '--yes', '-C', folder.path]);
  const listed = await cli(['dev', '--json', '--run', 'show', '-C', folder.join('tide')]);
  const items = eventsOf(listed.stdout).flatMap((event) =>
    event.type === 'contributed' ? event.items : [],
  );
  expect(items.map(({ kind }) => kind)).toEqual(['grammar', 'snippets']);
});
