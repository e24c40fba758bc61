import { expect, test } from 'vitest';
import { minOrchestraVersion } from './min-orchestra-version.ts';

test.each([
  ['^1.2.0', '1.2.0'],
  ['>=1.4 <3', '1.4.0'],
  ['*', '0.0.0'],
  ['^2.0.0 || ^1.1.0', '1.1.0'],
])('minOrchestraVersion() of %s is %s', (orchestra, oldest) => {
  expect(minOrchestraVersion({ engines: { orchestra } })).toBe(oldest);
  expect(minOrchestraVersion({ engines: { orchestra } })).toBe(oldest);
});

test.each([{}, { vscode: '^1.80.0' }, { orchestra: 'soon' }, { orchestra: '>2 <1' }])(
  'minOrchestraVersion() of %j is null',
  (engines) => {
    expect(minOrchestraVersion({ engines })).toBeNull();
  },
);
