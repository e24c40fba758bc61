import { makeStyle } from '@orchestra/terminal';
import { expect, test } from 'vitest';
import { renderPermissions } from './render-permissions.ts';

test('renderPermissions() marks the dangerous one and says where none is needed', () => {
  const style = makeStyle(false);
  expect(renderPermissions(['network', 'system.exec'], style)).toMatch(
    /Run any program \(dangerous\)/,
  );
  expect(renderPermissions([], style)).toBe('  needs no permissions');
});
