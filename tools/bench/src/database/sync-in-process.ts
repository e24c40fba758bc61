import { fileURLToPath } from 'node:url';
import { runToEnd } from '../run-to-end.ts';

const program = fileURLToPath(new URL('./sync-once.ts', import.meta.url));

/** Mirrors an index in a process of its own. @returns the most memory that it took, in MiB */
export async function syncInProcess(url: string, directory: string): Promise<number> {
  return Number(await runToEnd([process.execPath, program, url, directory]));
}
