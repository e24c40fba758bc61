import { expect, test } from 'vitest';
import { goodPackage } from '../../test/good-package.ts';
import { checkName } from './check-name.ts';

test('checkName() proposes the legal name', () => {
  const [found] = checkName(goodPackage({ manifest: { name: 'Tide_Table' } }));
  expect(found?.hint).toBe("Rename it, for example to 'tide-table'.");
});
