import { expect, test } from 'vitest';
import { goodPackage } from '../../test/good-package.ts';
import { checkThemes } from './check-themes.ts';

const icons = JSON.stringify({ iconDefinitions: { file: { iconPath: './file.svg' } } });

test('checkThemes() warns of an icon that the theme points at and that is missing', () => {
  const manifest = { contributes: { iconThemes: [{ path: './themes/icons.json' }] } };
  const files = { 'themes/icons.json': icons };
  expect(checkThemes(goodPackage({ manifest, files }))).toMatchObject([
    { code: 'file-missing', severity: 'warning', path: 'themes/icons.json' },
  ]);
  const whole = { ...files, 'themes/file.svg': '<svg/>' };
  expect(checkThemes(goodPackage({ manifest, files: whole }))).toEqual([]);
});
