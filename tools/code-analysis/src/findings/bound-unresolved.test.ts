import { expect, test } from 'vitest';
import type { UnresolvedCode } from '@orchestra/core';
import { analyzeCode } from '../analyze-code.ts';
import { boundUnresolved } from './bound-unresolved.ts';

const harmless = (nth: number): UnresolvedCode => ({
  reason: 'computed-access',
  what: 'fs[…]',
  permissions: ['filesystem.read'],
  place: { file: 'main.js', line: nth + 1, column: 1 },
});

test('boundUnresolved() leaves 50 as they are', () => {
  const found = Array.from({ length: 50 }, (_, nth) => harmless(nth));
  expect(boundUnresolved(found)).toEqual(found);
});

test('boundUnresolved() of more lets the last stand for the rest, with all that these may need', () => {
  const found = Array.from({ length: 60 }, (_, nth) => harmless(nth));
  found.push({ ...harmless(60), permissions: ['network'] });
  const bound = boundUnresolved(found);
  expect(bound).toHaveLength(50);
  expect(bound.at(-1)).toEqual({
    reason: 'over-limit',
    what: '12 more such places',
    permissions: ['filesystem.read', 'network'],
    place: { file: 'main.js', line: 50, column: 1 },
  });
});

test('boundUnresolved() keeps what may need most', () => {
  const found = Array.from({ length: 60 }, (_, nth) => harmless(nth));
  const worst = { ...harmless(60), permissions: ['git' as const, 'system.exec' as const] };
  expect(boundUnresolved([...found, worst])[0]).toEqual(worst);
});

test('analyzeCode() tells that anything may be needed, also behind many harmless places', () => {
  const lines = Array.from({ length: 80 }, (_, nth) => `fs[names[${nth}]]();`);
  const code = `import fs from 'node:fs';\n${lines.join('\n')}\neval(text);\n`;
  const files = new Map([['main.js', Buffer.from(code)]]);
  const { unresolved } = analyzeCode({ files, entries: ['main.js'] });
  expect(unresolved.map((each) => each.permissions)).toContainEqual(
    expect.arrayContaining(['system.exec']),
  );
});
