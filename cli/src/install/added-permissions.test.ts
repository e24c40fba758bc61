import type { Permission } from '@orchestra/core';
import { expect, test } from 'vitest';
import { addedPermissions, describeAdded } from './added-permissions.ts';

const of = (permissions: Permission[], mayNeed?: Permission[]) => ({
  permissions,
  ...(mayNeed === undefined ? {} : { unclearCode: { mayNeed } }),
});

test('addedPermissions() finds declared ones, and those that unclear code may need', () => {
  expect(addedPermissions(of(['git', 'network'], ['secrets']), of(['git'], []))).toEqual({
    declared: ['network'],
    unclear: ['secrets'],
  });
});

test('addedPermissions() leaves out what was agreed to before, declared or not', () => {
  expect(addedPermissions(of([], ['git', 'secrets']), of(['git'], ['secrets']))).toEqual({
    declared: [],
    unclear: [],
  });
});

test('addedPermissions() asks for what may have been so before and was never told', () => {
  expect(addedPermissions(of([], ['git']), of([]))).toEqual({ declared: [], unclear: ['git'] });
});

test('describeAdded() says both, and nothing where there is nothing', () => {
  expect(describeAdded({ declared: ['network'], unclear: ['git'] })).toBe(
    'network; in code that nobody can tell by reading it: git',
  );
  expect(describeAdded({ declared: [], unclear: [] })).toBe('');
});
