import { makeFolder } from '@orchestra/testkit';
import { chmod, stat } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { defaultLimits } from '@orchestra/core';
import { selectFiles } from '../folder/select-files.ts';
import { packFiles } from './pack-files.ts';
import { unpackPackage } from './read-package.ts';
import { writePackage } from './write-package.ts';

test('a program may be executed once it is installed, and nothing else', async () => {
  await using folder = await makeFolder({
    'package.json': '{"files":["bin","dist"]}',
    'bin/marked': 'no line that says so',
    'bin/script': '#!/bin/sh\n',
    'dist/main.js': 'export {};\n',
  });
  await chmod(folder.join('bin/marked'), 0o744);
  await chmod(folder.join('bin/script'), 0o644);
  const chosen = await selectFiles(folder.path, {
    manifest: null,
    limits: defaultLimits,
    named: ['bin/marked', 'bin/script'],
  });
  const { bytes } = await packFiles(chosen.files, chosen.executables);
  await writePackage(await unpackPackage(bytes, { limits: defaultLimits }), folder.join('out'));
  const modes = ['bin/marked', 'bin/script', 'dist/main.js'].map(async (path) => {
    const { mode } = await stat(folder.join(`out/${path}`));
    return (mode & 0o700).toString(8);
  });
  expect(await Promise.all(modes)).toEqual(['700', '700', '600']);
});
