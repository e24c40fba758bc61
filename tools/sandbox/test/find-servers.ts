import { readdir, readFile } from 'node:fs/promises';

/** Process ids of Nodes that run a module below a folder. */
export async function findServers(folder: string): Promise<number[]> {
  const ids = (await readdir('/proc')).map(Number).filter((id) => id > 0);
  const found = await Promise.all(
    ids.map(async (id) => {
      const command = await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '');
      const parts = command.split('\0');
      return parts[0] === process.execPath && parts.some((one) => one.startsWith(folder))
        ? [id]
        : [];
    }),
  );
  return found.flat();
}
