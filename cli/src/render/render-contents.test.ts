import type { Analysis } from '@orchestra/core';
import { makeStyle } from '@orchestra/terminal';
import { expect, test } from 'vitest';
import { renderContents } from './render-contents.ts';
import { renderTree } from './render-tree.ts';

const style = makeStyle(false);
const place = (line: number) => ({
  file: 'dist/main.js',
  line: 1,
  column: line * 100,
  source: { file: 'src/main.ts', line, column: 5 },
});

const analysis: Analysis = {
  format: 1,
  permissions: [
    {
      permission: 'filesystem.read',
      count: 6,
      uses: [12, 14, 20, 21].map((line) => ({ call: 'fs.readFile', place: place(line) })),
    },
  ],
  unresolved: [
    {
      reason: 'computed-access',
      what: 'fs[…]',
      permissions: ['filesystem.write'],
      place: place(30),
    },
  ],
  unsupported: [],
};

test('renderContents() shows files, what stays out, places of permissions and unresolved code', () => {
  const shown = renderContents(
    {
      files: [
        { path: 'README.md', size: 20 },
        { path: 'assets/icon.png', size: 300 },
        { path: 'dist/main.js', size: 1024 },
        { path: 'dist/main.js.map', size: 12 },
      ],
      leftOut: [
        { path: 'node_modules', reason: 'node-modules' },
        { path: '.env', reason: 'secret' },
        ...['a', 'b', 'c', 'd', 'e', 'f'].map((name) => ({
          path: `${name}.txt`,
          reason: 'not-listed' as const,
        })),
        { path: 'src/main.ts', reason: 'not-listed' },
        { path: 'src/tide.ts', reason: 'not-listed' },
      ],
      analysis,
      unread: [],
      size: 700,
      unpackedSize: 1356,
    },
    style,
  );
  expect(shown).toBe(`\
Goes in
  README.md           20 B
  assets/icon.png    300 B
  dist/            1.0 KiB
    main.js        1.0 KiB  largest
    main.js.map       12 B
  4 files, 1.3 KiB, 700 B packed

Stays out
  dependencies   node_modules
  may be secret  .env
  not listed     a.txt, b.txt, c.txt, d.txt, e.txt and 2 more

What the code needs
  filesystem.read  src/main.ts:12:5  fs.readFile
                   src/main.ts:14:5  fs.readFile
                   src/main.ts:20:5  fs.readFile
                   and 3 more

Can’t be resolved
  src/main.ts:30:5  fs[…]  a name that is computed  may need filesystem.write`);
});

test('renderContents() shows nothing of a folder without a manifest', () => {
  const nothing = {
    files: [],
    leftOut: [],
    analysis: null,
    unread: [],
    size: null,
    unpackedSize: 0,
  };
  expect(renderContents(nothing, style)).toBe('');
});

test('renderContents() never says that code needs nothing where that can not be told', () => {
  const empty = { files: [], leftOut: [], unread: [], size: null, unpackedSize: 0 };
  const shown = (of: Analysis) => renderContents({ ...empty, analysis: of }, style);
  expect(shown({ ...analysis, permissions: [] })).not.toContain('no permissions');
  expect(shown({ ...analysis, permissions: [], unresolved: [] })).toBe(
    'What the code needs\n  no permissions',
  );
  const unread = ['dist/main.js'];
  for (const of of [null, { ...analysis, permissions: [], unresolved: [] }]) {
    expect(renderContents({ ...empty, unread, analysis: of }, style)).toBe(
      'What the code needs\n  not known yet: dist/main.js couldn’t be read',
    );
  }
});

test('renderContents() names a folder as left out only where nothing of it goes in', () => {
  const file = (path: string) => ({ path, size: 1 });
  const left = ['dist/maps/a.map', 'dist/maps/b.map', 'dist/old.js', 'test/a.js', 'test/b/c.js'];
  const shown = renderContents(
    {
      files: [file('dist/main.js')],
      leftOut: left.map((path) => ({ path, reason: 'not-listed' as const })),
      analysis: null,
      unread: [],
      size: null,
      unpackedSize: 1,
    },
    style,
  );
  expect(shown).toContain('not listed  dist/maps/, dist/old.js, test/\n'.trim());
});

test('renderTree() folds long folders, and always shows the largest file', () => {
  const files = Array.from({ length: 5000 }, (_, nth) => ({
    path: `assets/${nth % 50}/of/${nth}.png`,
    size: nth === 4321 ? 9000 : 10,
  }));
  const lines = renderTree(files, style).split('\n');
  expect(lines.length).toBeLessThanOrEqual(41);
  expect(lines[0]).toMatch(/^ {2}assets\/ +57\.6 KiB$/);
  expect(lines.filter((line) => line.endsWith('largest'))).toEqual([
    expect.stringMatching(/^ {6}4321\.png +8\.8 KiB {2}largest$/),
  ]);
  expect(lines).toContainEqual(expect.stringMatching(/^ {4}\d+\/of\/ +1000 B {2}100 files$/));
  expect(lines.at(-1)).toMatch(/^ {4}and 38 more +37\.1 KiB$/);
});

test('renderTree() takes names that are traps, and depth', () => {
  const deep = `${'a/'.repeat(2000)}z.js`;
  const shown = renderTree(
    [
      { path: '__proto__/constructor', size: 1 },
      { path: 'x\u001B[31m.js', size: 2 },
      { path: deep, size: 3 },
    ],
    style,
  );
  expect(shown.split('\n').map((line) => line.trim().split(/ {2,}/)[0])).toEqual([
    '__proto__/constructor',
    deep,
    'x[31m.js',
  ]);
});
