import { RegistryError } from '@orchestra/core';
import { glob, stat } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';

/**
 * Finds the files of tests of a project: those that are named, else all `*.test.ts`, `.tsx`, `.mts`, `.js` and `.jsx`
 * outside of `node_modules` and `dist`.
 *
 * @returns paths relative to the folder, with slashes, in order
 * @throws RegistryError `usage` where there is none, or a named one isn't there
 */
export async function findTestFiles(folder: string, named: readonly string[]): Promise<string[]> {
  if (named.length > 0) return Promise.all(named.map((path) => requireFile(folder, path)));
  const found = await Array.fromAsync(
    glob('**/*.test.{ts,tsx,mts,js,jsx}', {
      cwd: folder,
      exclude: (path) => /(?:^|[/\\])(?:node_modules|dist|\.git|\.orchestra)$/.test(path),
    }),
  );
  if (found.length > 0) return found.map((path) => path.replaceAll(sep, '/')).toSorted();
  throw new RegistryError('usage', `${folder} has no tests: no file is called *.test.ts`, {
    hint: 'Write one beside the code, e.g. src/main.test.ts: import { expect, runCommand, test } from "@orchestra/test"; test(\'it runs\', async () => { … }).',
  });
}

async function requireFile(folder: string, path: string): Promise<string> {
  const file = resolve(folder, path);
  const below = relative(folder, file).replaceAll(sep, '/');
  const found = await stat(file).catch(() => null);
  if (found?.isFile() === true && !below.startsWith('../')) return below;
  const what = found === null ? 'there is no such file' : 'it is no file of this extension';
  throw new RegistryError('usage', `${path} can't be tested: ${what} in ${folder}`, {
    hint: 'Name files of tests relative to the folder of the extension, or none to run all.',
  });
}

/** True for what is run where no file is named. */
export function isTestFile(path: string): boolean {
  return /\.test\.(?:tsx?|mts|jsx?)$/.test(path);
}
