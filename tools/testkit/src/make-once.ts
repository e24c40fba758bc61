import { createHash } from 'node:crypto';
import { access, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { inject } from 'vitest';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder of what tests of this run have made once. */
    made: string;
  }
}

/** What this process makes, or has made, by its place. */
const making = new Map<string, Promise<void>>();

/**
 * Makes a folder that many tests need alike, once for all tests of this project.
 *
 * @param what all that it is made of, which tells it from others
 * @param make makes it at a path; other processes may make the same at once
 * @returns its path: who changes what is in it takes a copy
 */
export async function makeOnce(
  what: string,
  make: (folder: string) => Promise<void>,
): Promise<string> {
  const place = join(inject('made'), createHash('sha1').update(what).digest('hex'));
  const made = making.get(place) ?? makeAt(place, make);
  making.set(place, made);
  await made;
  return place;
}

async function makeAt(place: string, make: (folder: string) => Promise<void>): Promise<void> {
  if (await isThere(place)) return;
  const folder = `${place}.${process.pid}`;
  await make(folder);
  await rename(folder, place).catch(async (error: unknown) => {
    if (!(await isThere(place))) throw error; // else another worker was faster
    await rm(folder, { recursive: true });
  });
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
