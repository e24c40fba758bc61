import { expect, test } from 'vitest';
import { goodPackage } from '../../test/good-package.ts';
import { hostilePackages } from '../../test/hostile-packages.ts';
import { spoiledPackages } from '../../test/spoiled-packages.ts';
import { type Problem, type ProblemCode, problemKinds } from '@orchestra/core';
import { checkPackage, checks, sortProblems } from './check-package.ts';

test.each(spoiledPackages)(
  'checkPackage() finds %s as %s at %s',
  (code, severity, path, spoiled) => {
    const found = checkPackage(goodPackage(spoiled)).filter((problem) => problem.code === code);
    expect(found.map((problem) => [problem.severity, problem.path])).toContainEqual([
      severity,
      path,
    ]);
  },
);

test.each(['native', 'vscode', 'raycast'] as const)(
  'checkPackage() finds nothing to fix in a good %s package',
  (kind) => {
    for (const origin of ['folder', 'archive'] as const) {
      const codes = checkPackage(goodPackage({ kind, origin })).map((problem) => problem.code);
      expect(codes).toEqual([]);
    }
  },
);

/** Found while a manifest, an archive or a submission is read, or against the index: tested there. */
const foundElsewhere: ProblemCode[] = [
  'root-files',
  'manifest-missing',
  'manifest-invalid-json',
  'manifest-too-large',
  'manifest-shape',
  'build-conflict',
  'build-failed',
  'build-warning',
  'prerelease-flag-missing',
  'prerelease-flag-wrong',
  'name-near',
  'archive-not-gzip',
  'archive-damaged',
  'archive-trailing-data',
  'archive-link',
  'archive-entry-type',
  'archive-mode',
  'archive-duplicate',
  'archive-ratio',
  'commit-email',
  // in a worker: see `textmate`
  'colour-invalid',
  'contribution-ignored',
  'contribution-over-limit',
  'contribution-unreadable',
  'expression-invalid',
  'grammar-scope',
  'include-missing',
  'snippet-body',
  'source-asset',
  'source-digest',
  'source-manifest',
  'source-release',
  'source-repository',
  'submission-commits',
  'submission-invalid-json',
  'submission-mode',
  'submission-not-added',
  'submission-not-alone',
  'submission-path',
  'submission-shape',
];

test('every code of problemKinds is found by a check of this table or elsewhere', () => {
  const found = new Set([...spoiledPackages.map(([code]) => code), ...foundElsewhere]);
  expect([...found].sort()).toEqual(Object.keys(problemKinds).sort());
});

test('checkPackage() finds everything wrong with a package at once', () => {
  const manifest = {
    name: 'A',
    version: 'x',
    engines: {},
    license: '?',
    main: 'no.js',
    icon: 'no.png',
  };
  const found = checkPackage(goodPackage({ manifest })).map((problem) => problem.code);
  expect(new Set(found)).toEqual(
    new Set([
      'name-invalid',
      'version-invalid',
      'engines-missing',
      'license-invalid',
      'file-missing',
    ]),
  );
});

test('checkPackage() cuts a kind short that is found over and over, and says how many', () => {
  const permissions = Array.from({ length: 500 }, (_, nth) => `nonsense-${nth}`);
  const found = checkPackage(goodPackage({ manifest: { permissions } }));
  const unknown = found.filter((problem) => problem.code === 'permission-unknown');
  expect(unknown).toHaveLength(21);
  expect(unknown.at(-1)?.message).toBe('And 480 more like these');
});

test('checkPackage() cuts each kind short by itself', () => {
  const unclear = Array.from({ length: 30 }, () => 'eval(code);').join('\n');
  const unsupported = "require('vscode').window.registerCustomEditorProvider('a', {});";
  const files = { 'dist/main.js': `${unclear}\n${unsupported}` };
  const found = checkPackage(goodPackage({ kind: 'vscode', files })).map(({ code }) => code);
  expect(found).toContain('api-unsupported');
});

test('sortProblems() puts errors before warnings and notes, and keeps the order otherwise', () => {
  const weights = ['info', 'error', 'warning', 'error'] as const;
  const problems = weights.map((severity, nth): Problem => {
    return { code: 'name-near', severity, path: String(nth), message: '', hint: '' };
  });
  expect(sortProblems(problems).map((problem) => problem.path)).toEqual(['1', '3', '2', '0']);
});

test.each(hostilePackages)('no check fails on %s', (_what, spoiled) => {
  const checked = goodPackage(spoiled);
  for (const check of checks) expect(Array.isArray(check(checked))).toBe(true);
});

test('what a problem quotes can neither steer a terminal nor give an email away', () => {
  const main = './\u001B]0;owned\u0007/jane@corp.io\u202E.js';
  const found = checkPackage(
    goodPackage({ manifest: { main, contributors: { 'jane@corp.io': 1 } } }),
  );
  const text = found.flatMap((problem) => [problem.path, problem.message, problem.hint]).join();
  expect(text).toContain('email removed');
  expect(text).not.toMatch(/jane@corp|[\p{Cc}\u202E]/u);
});
