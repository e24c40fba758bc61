import { openDatabase } from '@orchestra/db';
import type { TestProject } from 'vitest/node';
import { makeFolder, type TemporaryFolder } from '../src/make-folder.ts';

/** Set once a project of this run has made the database, which the others take as well. */
const variable = 'ORCHESTRA_TEST_EMBEDDED';

/** Makes an embedded database with all tables, which tests copy: it takes seconds to make one. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const made = process.env[variable];
  if (made !== undefined) {
    project.provide('embedded', made);
    return undefined;
  }
  const folder = await makeTemplate();
  process.env[variable] = folder.path;
  project.provide('embedded', folder.path);
  return async () => {
    delete process.env[variable];
    await folder[Symbol.asyncDispose]();
  };
}

async function makeTemplate(): Promise<TemporaryFolder> {
  await using made = new AsyncDisposableStack();
  const folder = made.use(await makeFolder());
  await (await openDatabase({ folder: folder.join('template') }))[Symbol.asyncDispose]();
  made.move();
  return folder;
}
