import { type Permission, permissions as all } from '@orchestra/core';
import { makeStyle } from '@orchestra/terminal';
import { expect, test } from 'vitest';
import { renderPermissions } from './render-permissions.ts';

function shown(permissions: Permission[], mayNeed: Permission[] | null, isCleared = true): string {
  const unclearCode = mayNeed === null ? undefined : { mayNeed };
  return renderPermissions({ permissions, unclearCode, isCleared }, makeStyle(false));
}

test('renderPermissions() marks the dangerous one and says where none is needed', () => {
  expect(shown(['network', 'system.exec'], [])).toMatch(/Run any program \(dangerous\)/);
  expect(shown([], [])).toBe('  needs no permissions');
});

test('renderPermissions() of code that nobody can tell says who looked at it, and what it may do', () => {
  const cleared = shown([], ['system.exec']);
  expect(cleared).not.toContain('needs no permissions');
  expect(cleared).toMatch(/a person of the registry looked at it and cleared it/);
  expect(cleared).toMatch(/It may also do this:\n.*Run any program \(dangerous\)/);
  expect(shown([], [...all])).toContain('It may do anything that an extension can.');
  expect(shown([], ['git'], false)).toContain('nobody of a registry has looked at it');
});

test('renderPermissions() of a version of which it is not known says so', () => {
  expect(shown([], null)).toMatch(/declares no permissions\n.*is not known/);
});
