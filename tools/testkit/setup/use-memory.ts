import { tmpdir } from 'node:os';
import { makeMemoryFolder, memory } from '../src/make-memory-folder.ts';

/** Has everything temporary of a run written to memory, where this machine has enough of it. */
export async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (tmpdir().startsWith(memory)) return undefined; // another project of this run has done it
  const folder = await makeMemoryFolder();
  if (folder === null) return undefined;
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder.path;
  return async () => {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    await folder[Symbol.asyncDispose]();
  };
}
