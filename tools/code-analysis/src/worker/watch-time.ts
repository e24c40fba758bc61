import type { Worker } from 'node:worker_threads';

/** Times the limit that may pass on a clock: for a worker that waits for the processor, or for nothing. */
const patience = 4;

/**
 * Watches how long a worker computes from now on, which is no longer than a clock says, and on a busy
 * machine much shorter.
 *
 * @param onOver called once it has computed for longer than so many milliseconds
 * @returns what ends the watch
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

/** Milliseconds that a worker has computed; 0 for one that has not begun, or has ended. */
async function readTime(worker: Worker): Promise<number> {
  try {
    const { user, system } = await worker.cpuUsage();
    return (user + system) / 1000;
  } catch {
    return 0;
  }
}
