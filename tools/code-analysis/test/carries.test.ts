import { soakOf } from '@orchestra/testkit/soak';
import { expect, test } from 'vitest';
import { type Carried, isSilent, program, steps } from './carries/carried.ts';

const module: Carried = { value: "require('fs')", use: "v.rmSync('a');" };
const carried: Record<string, Carried> = {
  'a module': module,
  'a loader': { value: 'require', use: "v('fs').rmSync('a');" },
  'the context': { value: 'context', use: "v.secrets.get('a');", isContext: true },
  'the global object': { value: 'globalThis', use: "v.fetch('a');" },
};

test('the steps are of many kinds', () => {
  expect(new Set(steps.map(({ code }) => code)).size).toBe(steps.length);
  expect(steps.length).toBeGreaterThanOrEqual(280);
});

test.each(Object.entries(carried))(
  '%s is found or unresolved after every kind of step',
  (_, of) => {
    const silent = steps.filter((step) => isSilent(program([step], of))).map(({ name }) => name);
    expect(silent).toEqual([]);
  },
);

test.each([
  ['an object of the code', { value: '({ rmSync() {} })', use: "v.rmSync('a');" }],
  ['a harmless module', { value: "require('path')", use: "v.join('a');" }],
  ['a function of the code', { value: '((name) => name)', use: "v('fs');" }],
])('%s asks for nothing after any kind of step', (_, of) => {
  const held = steps.filter((step) => !isSilent(program([step], of))).map(({ name }) => name);
  expect(held).toEqual([]);
});

const pairs = steps.flatMap((first) => steps.map((second) => [first, second] as const));

/** Of pairs of steps, the share that may be silent: a property is followed by its name alone. */
const mostSilent = 1 / 50;

test('a value is found or unresolved after nearly all pairs of steps', { tags: ['soak'] }, () => {
  const tried = soakOf(pairs, 300);
  const silent = tried.filter((by) => isSilent(program(by, module)));
  const names = silent.map((by) => by.map(({ name }) => name).join(', then '));
  expect(names.length / tried.length, names.join('\n')).toBeLessThanOrEqual(mostSilent);
});
