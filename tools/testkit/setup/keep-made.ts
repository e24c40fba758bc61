import type { TestProject } from 'vitest/node';
import { makeFolder } from '../src/make-folder.ts';

/** Gives the tests of a project a folder for what they make once, such as the programs that they bundle. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await makeFolder();
  project.provide('made', folder.path);
  return async () => folder[Symbol.asyncDispose]();
}
