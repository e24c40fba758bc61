import { expect, test } from 'vitest';
import { checkPreRelease } from './check-pre-release.ts';

test.each<[string | undefined, boolean, string[]]>([
  ['1.0.0', false, []],
  ['1.0.0-beta.1', true, []],
  ['1.0.0-beta.1', false, ['prerelease-flag-missing']],
  ['1.0.0', true, ['prerelease-flag-wrong']],
  [undefined, true, []],
])('checkPreRelease() of %s asked for with %s', (version, preRelease, expected) => {
  expect(checkPreRelease(version, { preRelease }).map(({ code }) => code)).toEqual(expected);
});
