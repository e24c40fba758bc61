import { soak, soakOf } from '@orchestra/testkit/soak';
import { expect, test } from 'vitest';
import { type Carried, frames, isSilent, program, steps } from './carries/carried.ts';

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

/**
 * Of programs of several steps, the share that may be silent: properties are followed by their names alone, and
 * the global object is in the tables of many libraries.
 */
const mostSilent = { held: 1 / 2000, global: 1 / 50 };

test.each(Object.entries(carried))(
  '%s is found or unresolved after pairs of steps',
  { tags: ['soak'] },
  (name, of) => {
    const tried = soakOf(pairs, 300);
    const silent = tried.filter((by) => isSilent(program(by, of)));
    const names = silent.map((by) => by.map((step) => step.name).join(', then '));
    const most = name === 'the global object' ? mostSilent.global : mostSilent.held;
    expect(names.length / tried.length, names.join('\n')).toBeLessThanOrEqual(most);
  },
);

test('a value is found or unresolved in programs of chance', { tags: ['soak'] }, () => {
  const chance = new Chance(20_261_129);
  const silent: string[] = [];
  const count = soak(400);
  for (let nth = 0; nth < count; nth += 1) {
    const by = Array.from({ length: 2 + chance.below(3) }, () => chance.of(steps));
    const chosen = by.map(() => chance.of(frames));
    const code = program(by, module, (at) => chosen[at] ?? chance.of(frames));
    if (isSilent(code)) silent.push(code);
  }
  expect(silent.length / count, silent.join('\n\n')).toBeLessThanOrEqual(mostSilent.held);
});

/** Numbers that look like chance, and are the same in each run. Source: Lehmer, the minimal standard generator. */
class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  below(end: number): number {
    this.#state = (this.#state * 48_271) % 2_147_483_647;
    return this.#state % end;
  }

  of<T>(list: readonly T[]): T {
    const chosen = list[this.below(list.length)];
    if (chosen === undefined) throw new RangeError('nothing to choose from');
    return chosen;
  }
}
