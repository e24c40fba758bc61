import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Text or bytes by path; an object becomes JSON. */
export type FolderContents = Record<string, string | Uint8Array | object>;

/** A folder that is removed when it goes out of scope: `await using folder = await makeFolder({…})`. */
export interface TemporaryFolder extends AsyncDisposable {
  path: string;
  /** An absolute path inside the folder. */
  join(...parts: string[]): string;
}

/** Makes a temporary folder with the given files in it. */
export async function makeFolder(
  contents: FolderContents = {},
  { within = tmpdir() } = {},
): Promise<TemporaryFolder> {
  const path = await realpath(await mkdtemp(join(within, 'orchestra-test-')));
  await writeFiles(path, contents);
  return {
    path,
    join: (...parts) => join(path, ...parts),
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true, maxRetries: 3 }),
  };
}

/** Writes files below a folder, making the folders between. */
export async function writeFiles(folder: string, contents: FolderContents): Promise<void> {
  for (const [path, content] of Object.entries(contents)) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    const plain = typeof content === 'string' || content instanceof Uint8Array;
    await writeFile(file, plain ? content : `${JSON.stringify(content, null, 2)}\n`);
  }
}
