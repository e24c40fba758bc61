import { expect, test } from 'vitest';
import { goodPackage } from '../../test/good-package.ts';
import { checkImports } from './check-imports.ts';

test('checkImports() tells once what several bundles load by one line of the author’s', () => {
  const missing = (file: string, line: number) => ({
    module: 'encoding',
    isCertain: false,
    place: { file, line, column: 2, source: { file: 'lib/body.js', line: 163, column: 12 } },
  });
  const analysis = {
    ...goodPackage().analysis,
    permissions: [],
    unresolved: [],
    unsupported: [],
    missing: [missing('dist/find.js', 35), missing('dist/list.js', 7)],
  };
  expect(
    checkImports(goodPackage({ analysis })).map(({ path, message }) => ({ path, message })),
  ).toEqual([
    {
      path: 'lib/body.js:163:12',
      message: "'encoding' may be loaded later; it is not in the package",
    },
  ]);
});
