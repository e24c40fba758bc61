import { openDatabase } from '@orchestra/db';
import type { TestProject } from 'vitest/node';
import { makeFolder } from '../src/make-folder.ts';

/** Makes an embedded database with all tables, which tests copy: it takes a second to make one. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await using made = new AsyncDisposableStack();
  const folder = made.use(await makeFolder());
  await (await openDatabase({ folder: folder.join('template') }))[Symbol.asyncDispose]();
  project.provide('embedded', folder.path);
  const kept = made.move();
  return () => kept.disposeAsync();
}
