import { builtinModules } from 'node:module';
import { expect, test } from 'vitest';
import { isUnjudged, memberNames, nestedModules } from './judged.ts';

/** Modules that only have a name with `node:`, which Node doesn't list. */
const withPrefix = ['node:sea', 'node:sqlite', 'node:test', 'node:test/reporters'];
const modules = [...new Set([...builtinModules, ...withPrefix])].toSorted();

test.each(modules)('every member of %s is judged', (module) => {
  const found: unknown = process.getBuiltinModule(module);
  const names = [...memberNames(found), ...nestedModules(found)];
  expect(names.length).toBeGreaterThan(0);
  expect(names.filter((name) => isUnjudged(module.replace(/^node:/, ''), name))).toEqual([]);
});

test('a module and a member that nobody judged are found', () => {
  expect(isUnjudged('fs', 'readFileInSecret')).toBe(true);
  expect(isUnjudged('fs', 'promises.readFileInSecret')).toBe(true);
  expect(isUnjudged('made_up', 'run')).toBe(true);
  expect(isUnjudged('process', 'binding')).toBe(false);
});

test('what process has from its prototypes is judged', () => {
  const names = new Set<string>();
  for (let of: unknown = process; of !== Object.prototype; of = Object.getPrototypeOf(of)) {
    for (const name of memberNames(of)) if (name !== 'constructor') names.add(name);
  }
  expect(names.has('prependOnceListener')).toBe(true);
  expect([...names].filter((name) => isUnjudged('process', name))).toEqual([]);
});
