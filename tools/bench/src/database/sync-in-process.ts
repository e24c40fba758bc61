import { fileURLToPath } from 'node:url';
import { runToEnd } from '../run-to-end.ts';

const program = fileURLToPath(new URL('./sync-once.ts', import.meta.url));

/**
 * Mirrors an index in a separate process.
 *
 * @param options.heap limit of its heap in MiB
 * @returns the peak of its memory in MiB
 */
export async function syncInProcess(
  url: string,
  { directory, heap }: { directory: string; heap?: number },
): Promise<number> {
  const limit = heap === undefined ? [] : [`--max-old-space-size=${heap}`];
  return Number(await runToEnd([process.execPath, ...limit, program, url, directory]));
}
