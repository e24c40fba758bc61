import { readObject, writeObject } from './loose-objects.ts';

/** Reads a blob; null where there is none of that id. */
export async function readBlob(directory: string, sha: string): Promise<Buffer | null> {
  const object = await readObject(directory, sha);
  return object?.type === 'blob' ? object.bytes : null;
}

/** Writes a blob. @returns its id */
export function writeBlob(directory: string, bytes: Uint8Array): Promise<string> {
  return writeObject(directory, { type: 'blob', bytes });
}

/** What an id names: `blob`, `tree`, `commit` or `tag`; null where it names nothing. */
export async function typeOf(directory: string, sha: string): Promise<string | null> {
  return (await readObject(directory, sha))?.type ?? null;
}
