import { open } from 'node:fs/promises';

/** Makes the names in a folder durable; Windows has no such call and needs none. */
export async function syncFolder(directory: string): Promise<void> {
  if (process.platform === 'win32') return;
  await using folder = await open(directory, 'r');
  await folder.sync();
}
