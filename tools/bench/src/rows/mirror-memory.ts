import { join } from 'node:path';
import { makeBenchIndex } from '../database/make-bench-index.ts';
import { syncInProcess } from '../database/sync-in-process.ts';
import type { Row, RowContext } from '../row.ts';

const [few, many] = [5000, 50_000];
/** Heap limit in MiB. Without one, garbage collection is delayed, and the peak says nothing. */
const heap = 64;

/** Measures whether mirroring needs more memory for a large index than for a small one. */
export const mirrorMemory: Row = {
  name: 'mirror-memory',
  ours: `the most memory of a process that mirrors ${many.toLocaleString('en')} extensions in a heap of ${heap} MiB`,
  over: `the same for ${few.toLocaleString('en')}`,
  aim: 1.5,
  unit: 'MiB',
  async measure(context) {
    return { ours: await measureMemory(many, context), over: await measureMemory(few, context) };
  },
};

async function measureMemory(size: number, context: RowContext): Promise<number> {
  context.say(`mirroring ${size} entries`);
  const server = await context.server();
  const directory = join(context.folder, `${size}.git`);
  using _index = await makeBenchIndex(directory, await context.corpus(size));
  const url = await server.makeDatabase();
  const memory = await syncInProcess(url, { directory, heap });
  await server.dropDatabase(url);
  return memory;
}
