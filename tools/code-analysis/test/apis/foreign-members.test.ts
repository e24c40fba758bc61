import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isUnjudged } from './judged.ts';

/** Members by the types that `scripts/list-members.ts` read; the first line tells their version. */
function readMembers(file: string): string[] {
  const lines = readFileSync(new URL(file, import.meta.url), 'utf8')
    .trim()
    .split('\n');
  expect(lines[0]).toMatch(/^# @[\w/]+ \d+\.\d+\.\d+$/);
  return lines.slice(1);
}

test.each([
  ['vscode', 'vscode-members.txt', 1500],
  ['@raycast/api', 'raycast-members.txt', 200],
  ['@raycast/api', 'raycast-utils-members.txt', 20],
])('every member of %s in %s is judged', (module, file, atLeast) => {
  const members = readMembers(file);
  expect(members.length).toBeGreaterThan(atLeast);
  expect(members.filter((name) => isUnjudged(module, name))).toEqual([]);
});

test('a member that nobody judged is found', () => {
  expect(isUnjudged('vscode', 'workspace.readAnything')).toBe(true);
  expect(isUnjudged('@raycast/api', 'readAnything')).toBe(true);
});
