import { makeFolder } from '@orchestra/testkit';
import { expect, test } from 'vitest';
import { faultOfError, faultsOfBundle } from './describe-fault.ts';

test('faultOfError() says what stands for a global that is not there', async () => {
  await using folder = await makeFolder({ 'src/main.ts': 'one();\n  Buffer.from("tide");' });
  const error = new ReferenceError('Buffer is not defined');
  error.stack = `${String(error)}\n    at copyTide (src/main.ts:2:3)`;
  expect(await faultOfError(error, { folder: folder.path })).toEqual({
    message: 'Buffer is not defined',
    place: 'src/main.ts:2:3',
    hint: 'Orchestra has no Buffer: use `Uint8Array` with `TextEncoder` and `TextDecoder`.',
    excerpt: '2 │   Buffer.from("tide");\n  │   ^',
  });
  const other = await faultOfError(new ReferenceError('constructor is not defined'), {
    folder: folder.path,
  });
  expect(other).not.toHaveProperty('hint');
});

test('faultsOfBundle() says what to do, and what a warning of the own code tells of it', () => {
  const at = (file: string) => ({ file, line: 1, column: 14, lineText: "import x from 'tides';" });
  const warnings = ['src/old.js', 'node_modules/moons/old.js'].map((file) => ({
    text: 'The CommonJS "module" variable is treated as a global variable',
    location: at(file),
    notes: [{ text: 'It is an ES module by "type":', location: at('package.json') }],
  }));
  const error = { text: 'Could not resolve "tides"', location: at('src/main.ts'), notes: [] };
  expect(faultsOfBundle({ errors: [error], warnings })).toEqual([
    {
      message: 'Could not resolve "tides"',
      place: 'src/main.ts:1:15',
      hint: 'Run npm install, with tides among the dependencies: what the code imports is bundled.',
      excerpt: "1 │ import x from 'tides';\n  │               ^",
    },
    {
      message:
        'The CommonJS "module" variable is treated as a global variable. It is an ES module by "type": package.json:1:15',
      place: 'src/old.js:1:15',
      excerpt: expect.any(String),
    },
  ]);
});

test('faultOfError() says how this machine is reached while an extension is written', async () => {
  const error = Object.assign(new Error('This machine may not be reached'), {
    code: 'local-address',
  });
  error.stack = `${String(error)}\n    at fetch (file:///orchestra/host.mjs:1:1)`;
  expect(await faultOfError(error, { folder: '/' })).toMatchObject({
    place: null,
    hint: expect.stringContaining('--allow-local-network'),
  });
});
