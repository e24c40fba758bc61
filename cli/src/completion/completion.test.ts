import { makeFolder, runProcess } from '@orchestra/testkit';
import { Command as Program } from 'commander';
import { expect, test } from 'vitest';
import { bash } from './bash.ts';
import { fish } from './fish.ts';
import { readGrammar } from './grammar.ts';
import { zsh } from './zsh.ts';

function grammar() {
  const ext = new Program('orchestra').option('--json', "a machine's output").command('ext');
  ext.command('update [name...]').description("update what's [old]");
  ext.command('search <words...>').option('--limit <number>', 'how many');
  return readGrammar(ext);
}

/** What bash proposes for the words typed so far. */
async function propose(words: readonly string[]) {
  await using folder = await makeFolder({
    'completion.bash': bash(grammar()),
    'home/extensions/tide-table/package.json': '{}',
    'home/extensions/extensions.json': '{}',
  });
  const typed = words.map((word) => `'${word}'`).join(' ');
  const script = `. ./completion.bash; COMP_WORDS=(${typed}); COMP_CWORD=${words.length - 1}; _orchestra; echo "\${COMPREPLY[@]}"`;
  const env = { ORCHESTRA_HOME: folder.join('home') };
  const { stdout, stderr } = await runProcess(['bash', '--norc', '--noprofile', '-c', script], {
    cwd: folder.path,
    env,
  });
  expect(stderr).toBe('');
  return stdout.trim();
}

test.each([
  [['orchestra', ''], 'ext'],
  [['orchestra', 'ext', 'up'], 'update'],
  [['orchestra', 'ext', 'search', '--li'], '--limit'],
  [['orchestra', 'ext', 'search', '--j'], '--json'],
  [['orchestra', 'ext', 'update', 'ti'], 'tide-table'],
])('bash() completes %j', async (words, expected) => {
  expect(await propose(words)).toBe(expected);
});

test('zsh() and fish() quote what descriptions hold', () => {
  expect(zsh(grammar())).toContain(String.raw`'update:update what'\''s [old]'`);
  expect(fish(grammar())).toContain(String.raw`-d 'update what\'s [old]'`);
});
