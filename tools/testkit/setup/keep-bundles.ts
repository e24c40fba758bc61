import type { TestProject } from 'vitest/node';
import { makeFolder } from '../src/make-folder.ts';

/** Gives the tests of a project a folder for the programs that they bundle. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await makeFolder();
  project.provide('bundles', folder.path);
  return async () => folder[Symbol.asyncDispose]();
}
