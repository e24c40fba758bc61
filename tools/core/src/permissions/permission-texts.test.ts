import { expect, test } from 'vitest';
import { permissionTexts } from './permission-texts.ts';
import { permissions } from '../schema/names.ts';

test('permissionTexts has a title and a sentence for every permission, and for nothing else', () => {
  expect(Object.keys(permissionTexts)).toEqual(permissions);
  for (const { title, text } of Object.values(permissionTexts)) {
    expect(title).not.toBe('');
    expect(text).toMatch(/^[A-Z].*\.$/);
  }
});

test('permissionTexts calls system.exec dangerous, and nothing else', () => {
  const dangerous = permissions.filter((permission) => permissionTexts[permission].dangerous);
  expect(dangerous).toEqual(['system.exec']);
});
