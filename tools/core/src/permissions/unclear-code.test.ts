import { expect, test } from 'vitest';
import { type Permission, permissions } from '../schema/names.ts';
import { describeUnclear, findUnclear } from './unclear-code.ts';

const code = (...may: Permission[]) => ({ permissions: may });
const of = (mayNeed: Permission[], declared: Permission[] = []) => ({
  permissions: declared,
  unclearCode: { mayNeed },
  isCleared: true,
});

test('findUnclear() finds what is not declared, once and in display order', () => {
  const unresolved = [code('network', 'git'), code('git', 'filesystem.read')];
  expect(findUnclear(unresolved, ['git'])).toEqual({ mayNeed: ['filesystem.read', 'network'] });
});

test('findUnclear() finds nothing where there is no such code, or all of it is declared', () => {
  expect(findUnclear([], [])).toEqual({ mayNeed: [] });
  expect(findUnclear([code('git')], ['git'])).toEqual({ mayNeed: [] });
});

test('describeUnclear() says who looked, and lists what it may do besides', () => {
  expect(describeUnclear(of(['network']))).toEqual({
    text: 'Part of its code can’t be told by reading it; a person of the registry looked at it and cleared it. It may also do this:',
    mayNeed: ['network'],
  });
  const own = describeUnclear({ ...of(['network']), isCleared: false });
  expect(own?.text).toContain('nobody of a registry has looked at it');
});

test('describeUnclear() says that it may do anything, where declared and possible ones are all', () => {
  const [first, ...others] = permissions;
  const told = describeUnclear(of(others, first === undefined ? [] : [first]));
  expect(told?.text).toContain('It may do anything that an extension can.');
  expect(told?.mayNeed).toEqual([]);
});

test('describeUnclear() tells nothing known from nothing to tell', () => {
  expect(describeUnclear(of([]))).toBeNull();
  const unknown = describeUnclear({ ...of([]), unclearCode: undefined });
  expect(unknown?.text).toContain('not known');
});
