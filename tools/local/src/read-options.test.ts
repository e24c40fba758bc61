import { expect, test } from 'vitest';
import { readOptions } from './read-options.ts';

test('readOptions() prefers the command line to the environment to the defaults', () => {
  expect(readOptions([], {})).toMatchObject({ port: 4400, samples: true });
  expect(readOptions([], { PORT: '1', ORCHESTRA_DATA: '/a' })).toMatchObject({
    port: 1,
    data: '/a',
  });
  expect(readOptions(['--port', '2', '--data', '/b', '--no-samples'], { PORT: '1' })).toEqual({
    port: 2,
    data: '/b',
    samples: false,
    databaseUrl: null,
  });
});

test.each([
  [['--port', 'http']],
  [['--port', '70000']],
  [['--port', '-1']],
  [['--port']],
  [['--prot', '1']],
  [['extra']],
])('readOptions() refuses %j', (argv) => {
  expect(() => readOptions(argv, {})).toThrow(expect.objectContaining({ code: 'usage' }));
});
