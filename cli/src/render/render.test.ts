import { makeStyle } from '@orchestra/terminal';
import { expect, test } from 'vitest';
import { formatBytes } from './format.ts';
import { renderPermissions } from './render-permissions.ts';

test('formatBytes() chooses the unit', () => {
  expect([1023, 1024, 1024 * 1024 * 3].map(formatBytes)).toEqual(['1023 B', '1.0 KiB', '3.0 MiB']);
});

test('renderPermissions() marks the dangerous one and says where none is needed', () => {
  const style = makeStyle(false);
  expect(renderPermissions(['network', 'system.exec'], style)).toMatch(
    /Run any program \(dangerous\)/,
  );
  expect(renderPermissions([], style)).toBe('  needs no permissions');
});
