import { expect, test } from 'vitest';
import { namePattern } from '../schema/names.ts';
import { legalName, nameProblems } from './legal-name.ts';

test.each([
  ['GitLens', 'git-lens'],
  ['raycast_2fa', 'raycast-2fa'],
  ['@scope/tide-table', 'tide-table'],
  ['~tide~table~', 'tide-table'],
  ['Fähre nach Ærø', 'fahre-nach-r'],
  ['../../etc/passwd', 'etc-passwd'],
  ['x'.repeat(200), 'x'.repeat(100)],
  [`${'x'.repeat(99)} y`, 'x'.repeat(99)],
])('legalName() makes of %s a name that the registry takes', (written, legal) => {
  expect(legalName(written)).toBe(legal);
  expect(legal).toMatch(new RegExp(namePattern));
});

test('legalName() leaves nothing of a name without letters or digits', () => {
  expect(legalName('---')).toBe('');
});

test.each(['Con', 'Featured'])('nameProblems() of %s proposes no name that is kept', (name) => {
  const [found] = nameProblems(name, { path: '', reservedNames: new Set(['featured']) });
  expect(found?.code).toBe('name-invalid');
  expect(found?.hint).not.toContain(name.toLowerCase());
});
