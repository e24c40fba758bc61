import { apiFamilies, permissions } from '@orchestra/core';
import { expect, test } from 'vitest';
import { permissionsGuide } from './permissions-guide.ts';

test('permissionsGuide() folds the names of each API, and leaves texts in the open', () => {
  const { text } = permissionsGuide();
  const [, harmless = ''] = text.split('## What is harmless');
  const folded = [
    ...harmless.matchAll(/<summary>(.+?)(?: <span>[\d,]+ names?<\/span>)?<\/summary>/g),
  ];
  const titles = apiFamilies.map(({ title }) => title).filter((title) => title !== 'Everywhere');
  expect(folded.map(([, title]) => title)).toEqual(expect.arrayContaining(titles));
  // outside of what is folded, no table is left
  expect(harmless.replace(/<details[^]*?<\/details>/g, '')).not.toContain('|');
  for (const permission of permissions) expect(text).toContain(`\`${permission}\``);
});

test('permissionsGuide() tells what texts of pages need', () => {
  const { text } = permissionsGuide();
  expect(text).toContain('`webview.asWebviewUri` `webview.cspSource`');
  expect(text).toContain('A constant address on a server');
});
