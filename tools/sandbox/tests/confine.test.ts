import { describe, expect, test } from 'vitest';
import { confinements, triedWalls } from './confine/confinements.ts';
import { makeReadableFolder } from './confine/make-readable-folder.ts';

test.each(triedWalls)('$name: it is found, or there is a reason and a way out', (tried) => {
  const { wall, confinement } = tried;
  if (wall.kind === 'none') {
    expect(wall).toEqual({ kind: 'none', why: expect.any(String), hint: expect.any(String) });
  } else {
    expect(wall.kind).toBe(confinement.kind);
  }
});

const tell = `
import { readdirSync, readFileSync } from 'node:fs';
let input = '';
for await (const chunk of process.stdin) input += chunk;
console.log(JSON.stringify({
  top: readdirSync('/').toSorted(),
  user: [process.getuid(), process.getgid()],
  environment: process.env,
  folder: process.cwd(),
  arguments: [...process.execArgv, ...process.argv.slice(2)],
  read: process.argv.slice(3).map((path) => readFileSync(path, 'utf8')),
  input: input.length,
}));
process.exitCode = 7;
`;

describe.each(confinements)('$name', (confinement) => {
  test('a program has its arguments, its files and its pipes, and ends as it wants to', async () => {
    await using folder = await makeReadableFolder({
      'tell.mjs': tell,
      'data/a.txt': 'one',
      'b.txt': 'two',
    });
    const { stdout, exitCode } = await confinement.run(
      {
        script: folder.join('tell.mjs'),
        args: ['-x "$HOME" `id`', folder.join('data/a.txt'), folder.join('b.txt')],
        nodeArgs: ['--no-warnings'],
        readable: [folder.join('data'), folder.join('b.txt')],
      },
      { input: 'x'.repeat(3_000_000) },
    );
    const told = JSON.parse(stdout);
    expect(told).toMatchObject({
      user: [65_534, 65_534],
      folder: '/',
      arguments: [
        '--no-warnings',
        '-x "$HOME" `id`',
        folder.join('data/a.txt'),
        folder.join('b.txt'),
      ],
      read: ['one', 'two'],
      input: 3_000_000,
    });
    expect(told.environment).toEqual(confinement.kind === 'bwrap' ? { PWD: '/' } : {});
    expect(told.top).not.toContain('proc');
    expect(told.top).not.toContain('sys');
    expect(told.top).not.toContain('etc');
    expect(exitCode).toBe(7);
  });

  test('paths may hold spaces, line ends, quotes and any letter', async () => {
    const strange = `a b\n"c'd #$(id) *ü日本\t%s\u0001`;
    const stranger = `\\ ${strange}`; // Node itself runs no module of such a name
    await using folder = await makeReadableFolder({
      [`${strange}/${strange}.mjs`]: tell,
      [`${strange}/${stranger}/${stranger}.txt`]: 'strange',
    });
    const { stdout } = await confinement.run({
      script: folder.join(strange, `${strange}.mjs`),
      args: ['', folder.join(strange, stranger, `${stranger}.txt`)],
      readable: [folder.join(strange, stranger)],
    });
    expect(JSON.parse(stdout).read).toEqual(['strange']);
  });
});
