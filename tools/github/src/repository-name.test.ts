import { expect, test } from 'vitest';
import { parseRepositoryName, requireRepositoryName } from './repository-name.ts';

test.each([
  ['tidewater/tides', { owner: 'tidewater', repo: 'tides' }],
  ['Tide-Water_corp/.tides.js', { owner: 'Tide-Water_corp', repo: '.tides.js' }],
])('parseRepositoryName() of %s', (text, expected) => {
  expect(parseRepositoryName(text)).toEqual(expected);
  expect(requireRepositoryName(text)).toEqual(expected);
});

test.each([
  '',
  'tides',
  'tidewater/',
  '/tides',
  'tidewater/tides/more',
  'tidewater/..',
  'tidewater/.',
  '../tides',
  '.tides/tides',
  '-tides/tides',
  'tide water/tides',
  'tidewater/tides?a=1',
  'tidewater/tides\n',
  'https://github.com/tidewater/tides',
])('parseRepositoryName() finds none in %j', (text) => {
  expect(parseRepositoryName(text)).toBeNull();
  expect(() => requireRepositoryName(text)).toThrow(/Expected owner\/name/);
});
