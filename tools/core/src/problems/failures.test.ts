import { expect, test } from 'vitest';
import { failureKinds } from './failures.ts';
import { registryErrorCodes } from './registry-error.ts';

test('failureKinds holds the codes in the order of the list', () => {
  expect(Object.keys(failureKinds)).toEqual([...registryErrorCodes]);
});

test.each(Object.entries(failureKinds))(
  'failureKinds says of %s what, why and what to do',
  (_, kind) => {
    expect(kind.title).not.toMatch(/\.$/);
    expect(kind.hint).toMatch(/\.$/);
    expect(kind.explanation).toMatch(/\.$/);
  },
);
