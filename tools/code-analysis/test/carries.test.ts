import { soak } from '@orchestra/testkit/soak';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Carried,
  type Frame,
  frames,
  isSilent,
  plain,
  program,
  steps,
} from './carries/carried.ts';
import type { CarryingStep } from './carries/carrying-step.ts';

const carried: Record<string, Carried> = {
  'a module': { value: "require('fs')", use: "v.rmSync('a');" },
  'a loader': { value: 'require', use: "v('fs').rmSync('a');" },
  'the context': { value: 'context', use: "v.secrets.get('a');", isContext: true },
  'an editor': { value: "require('vscode').window.activeTextEditor", use: 'v.edit((b) => b);' },
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

test.each(Object.entries(carried).filter(([name]) => name !== 'the global object'))(
  '%s is found or unresolved where the code has methods of the names that a step calls',
  (_, of) => {
    const silent = steps.filter((step) => isSilent(methodsNamedAs(step) + program([step], of)));
    expect(silent.map(({ name }) => name)).toEqual([]);
  },
);

/** A class of which each method has the name of one that a step calls, and does nothing. */
function methodsNamedAs({ code }: CarryingStep): string {
  const called = [...code.matchAll(/\.(\w+)\(/g)].map(([, name = '']) => name);
  const names = [...new Set(called)].filter((name) => !/^(?:call|apply|bind)$/.test(name));
  const methods = names.map((name) => `${name}(a, b) { return 1; }`).join(' ');
  const calls = names.map((name) => `other.${name}(1);`).join(' ');
  return `class Other { ${methods} } const other = new Other(); ${calls}\n`;
}

const seed = 20_261_129;
const pairs = fc.tuple(fc.constantFrom(...steps), fc.constantFrom(...steps));

/**
 * Of programs of several steps, the share that may be silent: properties are followed by their names alone, and
 * the global object is in the tables of many libraries.
 */
const mostSilent = { held: 1 / 2000, chain: 1 / 200, global: 1 / 50 };

test.each(Object.entries(carried))(
  '%s is found or unresolved after pairs of steps',
  { tags: ['soak'] },
  (name, of) => {
    const tried = fc.sample(pairs, { seed, numRuns: soak(200) });
    const silent = tried.filter((by) => isSilent(program(by, of)));
    const names = silent.map((by) => by.map((step) => step.name).join(', then '));
    const most = name === 'the global object' ? mostSilent.global : mostSilent.held;
    expect(names.length / tried.length, names.join('\n')).toBeLessThanOrEqual(most);
  },
);

/** Steps one after the other, each within a function of some form. */
const chains = fc.array(
  fc.record({ step: fc.constantFrom(...steps), frame: fc.constantFrom(...frames) }),
  { minLength: 2, maxLength: 5 },
);

type Chain = readonly { step: CarryingStep; frame: Frame }[];

function programOf(chain: Chain, of: Carried): string {
  const by = chain.map(({ step }) => step);
  return program(by, of, (nth) => chain[nth]?.frame ?? plain);
}

test.each(Object.entries(carried).filter(([name]) => name !== 'the global object'))(
  '%s is found or unresolved in programs of chance',
  { tags: ['soak'] },
  (_, of) => {
    const runs = { seed, numRuns: soak(70) };
    const isFound = (chain: Chain) => !isSilent(programOf(chain, of));
    const missed = fc.sample(chains, runs).filter((chain) => !isFound(chain));
    if (missed.length / runs.numRuns <= mostSilent.chain) return;
    // the smallest program that shows it
    const [smallest = []] = fc.check(fc.property(chains, isFound), runs).counterexample ?? [];
    expect.fail(`${missed.length} of ${runs.numRuns} are silent:\n${programOf(smallest, of)}`);
  },
);
