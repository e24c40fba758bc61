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

test.each(['^1.140.0', '*', '1.x', '^1.50.0 || ^99.0.0', 'newest'])(
  'checkPackage() finds no newer API in engines.vscode %j',
  (range) => {
    const spoiled = { kind: 'vscode', manifest: { engines: { vscode: range } } } as const;
    const codes = checkPackage(goodPackage(spoiled)).map(({ code }) => code);
    expect(codes).not.toContain('vscode-api-newer');
  },
);
