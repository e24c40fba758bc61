import { chmod } from 'node:fs/promises';
import { type FolderContents, makeFolder, type TemporaryFolder } from '@orchestra/testkit';

/** A temporary folder that every user can read, whoever runs a host. */
export async function makeReadableFolder(contents: FolderContents): Promise<TemporaryFolder> {
  const folder = await makeFolder(contents);
  await chmod(folder.path, 0o755);
  return folder;
}
