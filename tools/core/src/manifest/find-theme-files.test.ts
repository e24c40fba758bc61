import { expect, test } from 'vitest';
import { findThemeFiles, themePaths } from './find-theme-files.ts';

test('themePaths() lists themes of every kind', () => {
  const contributes = {
    themes: [{ path: './themes/dark.json' }, { label: 'no path' }],
    iconThemes: [{ path: 'dist/icons.json' }],
    productIconThemes: [{ path: '../outside.json' }],
  };
  expect(themePaths(contributes)).toEqual(['themes/dark.json', 'dist/icons.json']);
  expect(themePaths({ themes: 'words' })).toEqual([]);
});

test('findThemeFiles() finds icons, fonts and the theme below, relative to the theme', () => {
  const text = `{
    // comments are allowed
    "include": "./base.json",
    "tokenColors": "../syntaxes/tide.tmTheme",
    "fonts": [{ "src": [{ "path": "../fonts/tide.woff" }] }],
    "iconDefinitions": { "file": { "iconPath": "./../icons/file.svg" }, "glyph": {} },
  }`;
  expect(findThemeFiles(text, { path: 'dist/themes/icons.json' })).toEqual([
    'dist/themes/base.json',
    'dist/syntaxes/tide.tmTheme',
    'dist/icons/file.svg',
    'dist/fonts/tide.woff',
  ]);
});

test.each([
  '',
  'nonsense',
  '[]',
  '['.repeat(200_000),
  '{"iconDefinitions":[{"iconPath":"../../outside.svg"}]}',
])('findThemeFiles() finds nothing in %.60s', (text) => {
  expect(findThemeFiles(text, { path: 'themes/x.json' })).toEqual([]);
});
