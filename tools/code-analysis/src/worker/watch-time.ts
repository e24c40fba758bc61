import type { Worker } from 'node:worker_threads';

/** How many times the limit may pass on the clock, for a worker that waits for the processor. */
const patience = 4;

/**
 * Watches the processor time of a worker, which on a busy machine is much shorter than the time on the clock.
 *
 * @param onOver called once the worker has used more than this many milliseconds
 * @returns disposing it ends the watch
 */
export function watchTime(worker: Worker, milliseconds: number, onOver: () => void): Disposable {
  const begun = performance.now();
  const before = readTime(worker);
  let timer = setTimeout(look, milliseconds);
  let isOver = false;
  return {
    [Symbol.dispose]() {
      isOver = true;
      clearTimeout(timer);
    },
  };

  async function look(): Promise<void> {
    const spent = (await readTime(worker)) - (await before);
    if (isOver) return;
    const waited = performance.now() - begun;
    if (spent >= milliseconds || waited >= milliseconds * patience) onOver();
    else timer = setTimeout(look, Math.max(milliseconds - spent, 1));
  }
}

/** Milliseconds of processor time of a worker; 0 for one that hasn't started, or has ended. */
async function readTime(worker: Worker): Promise<number> {
  try {
    const { user, system } = await worker.cpuUsage();
    return (user + system) / 1000;
  } catch {
    return 0;
  }
}
