import { permissions } from '@orchestra/core';
import { expect, test } from 'vitest';
import { goodPackage } from '../../test/good-package.ts';
import { checkPackage } from './check-package.ts';

test('checkPackage() tells once that a person has to look, and where, before the places', () => {
  const code = Array.from({ length: 30 }, () => 'eval(code);').join('\n');
  const found = checkPackage(goodPackage({ files: { 'dist/main.js': code } }));
  const [first, second] = found.filter(({ severity }) => severity === 'warning');
  expect(first).toMatchObject({ code: 'review-required', path: 'dist/main.js:1:1' });
  expect(first?.message).toBe(
    'Publishing it would wait for a person: nobody can tell by reading the code what it uses at 30 places: dist/main.js:1:1, dist/main.js:2:1, dist/main.js:3:1 and 27 more. It may need filesystem.write, network, ai.chat, ai.embed, clipboard, notifications, terminal, git, secrets, system.exec as well',
  );
  expect(second?.code).toBe('permission-unresolved');
  expect(found.filter(({ code: each }) => each === 'permission-unresolved')).toHaveLength(30);
  expect(found.filter(({ code: each }) => each === 'review-required')).toHaveLength(1);
});

test('checkPackage() advises on each cause once, the most frequent first, and names the cause of each place', () => {
  const code = `const vscode = require('vscode');
vscode.commands.executeCommand('other.run');
eval(text);
eval(other);
`;
  const found = checkPackage(goodPackage({ kind: 'vscode', files: { 'dist/main.js': code } }));
  const causes = found.flatMap(({ cause }) => (cause === undefined ? [] : [cause]));
  expect(causes).toEqual(['foreign-command', 'made-code', 'made-code']);
  const review = found.find(({ code: each }) => each === 'review-required');
  expect(review?.hint.split('\n')).toEqual([
    expect.stringMatching(/^2 places: Write the code that is made of a text/),
    expect.stringMatching(/^1 place: Use an API instead of the command/),
    expect.stringMatching(/^Or let a person/),
  ]);
});

test('checkPackage() advises to move data out of code that is too long to be read', () => {
  const files = { 'dist/main.js': `export const a = '${'a'.repeat(6 << 20)}';` };
  const found = checkPackage(goodPackage({ files }));
  const told = found.filter(({ code }) => /^(?:review-required|permission-unresolved)$/.test(code));
  expect(told.map(({ hint }) => hint)).toEqual([
    expect.stringContaining('Move data out of the code'),
    expect.stringContaining('Move data out of the code'),
  ]);
});

test('checkPackage() tells of nobody who has to look where all that code may need is declared', () => {
  const manifest = { permissions: ['filesystem.read', 'filesystem.write'] };
  const files = { 'dist/main.js': "require('fs')[name]();" };
  const codes = checkPackage(goodPackage({ files, manifest })).map(({ code }) => code);
  expect(codes).toContain('permission-unresolved');
  expect(codes).not.toContain('review-required');
});

test('checkPackage() has a person look where nobody can bound it, also with every permission declared', () => {
  const manifest = { permissions: [...permissions] };
  const codesOf = (code: string) =>
    checkPackage(goodPackage({ files: { 'dist/main.js': code }, manifest })).map(
      ({ code: found }) => found,
    );
  expect(codesOf('require(name)')).toContain('review-required');
  expect(codesOf("require('/opt/other.js')")).toContain('review-required');
  expect(codesOf('new Function(text)()')).not.toContain('review-required');
});

test('checkPackage() tells what to declare, so that nobody has to look', () => {
  const files = { 'dist/main.js': "require('fs').readFileSync(a); new Function(text)();" };
  const found = checkPackage(
    goodPackage({ files, manifest: { permissions: ['filesystem.read'] } }),
  );
  const review = found.find(({ code }) => code === 'review-required');
  expect(review?.message).toMatch(
    /It may need network as well: once that is declared, people agree to it and nobody has to look$/,
  );
  const place = found.find(({ code }) => code === 'permission-unresolved');
  expect(place?.hint).toContain('Or add "network" to "permissions"');
  const declared = checkPackage(
    goodPackage({ files, manifest: { permissions: ['filesystem.read', 'network'] } }),
  );
  expect(declared.map(({ code, severity }) => [code, severity])).toEqual(
    expect.arrayContaining([
      ['permission-unused', 'info'],
      ['permission-unresolved', 'info'],
    ]),
  );
  expect(declared.find(({ code }) => code === 'permission-unused')?.message).toBe(
    "'network' is declared; no use of it is found, but it could be used at dist/main.js:1:32, which can’t be told",
  );
  expect(declared.map(({ code }) => code)).not.toContain('review-required');
});

test.each(['^1.140.0', '*', '1.x', '^1.50.0 || ^99.0.0', 'newest'])(
  'checkPackage() finds no newer API in engines.vscode %j',
  (range) => {
    const spoiled = { kind: 'vscode', manifest: { engines: { vscode: range } } } as const;
    const codes = checkPackage(goodPackage(spoiled)).map(({ code }) => code);
    expect(codes).not.toContain('vscode-api-newer');
  },
);
