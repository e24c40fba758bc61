import { makeFolder, runProcess } from '@orchestra/testkit';
import { cp } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { writeSupport } from '../src/project/write-support.ts';

test('the types check by themselves, and so does code that uses them', async () => {
  const strictest = {
    skipLibCheck: false,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    allowUnreachableCode: false,
  };
  await using folder = await makeFolder({
    'tsconfig.json': {
      extends: './.orchestra/tsconfig.json',
      compilerOptions: strictest,
      include: ['src', '.orchestra/types'],
    },
  });
  await writeSupport(folder.path, { hasSources: true });
  await cp(fileURLToPath(new URL('types', import.meta.url)), folder.join('src'), {
    recursive: true,
  });
  const tsc = fileURLToPath(import.meta.resolve('typescript/bin/tsc'));
  const ended = await runProcess([process.execPath, tsc, '-p', folder.path]);
  expect(ended).toMatchObject({ exitCode: 0, stdout: '' });
});
