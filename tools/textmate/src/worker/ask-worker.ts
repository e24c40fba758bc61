import { watchTime } from '@orchestra/code-analysis/node';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Asked, Told } from './messages.ts';

/** Limits of what a worker does. */
export interface TextmateLimits {
  /** Milliseconds of processor time: an expression of a grammar may go back and forth without end. */
  milliseconds: number;
  /** Heap size in MiB. */
  heap: number;
}

/** Where a worker was ended: over which limit, and at which line of what it coloured, 0 before the first. */
export interface OverLimit {
  kind: 'over-limit';
  limit: 'time' | 'memory';
  line: number;
}

let kept: { worker: Worker; line: SharedArrayBuffer; heap: number } | null = null;

/** Asks a worker thread, and ends it where it exceeds a limit. An idle one is kept for the next question. */
export function askWorker(asked: Asked, limits: TextmateLimits): Promise<Told | OverLimit> {
  const taken = kept?.heap === limits.heap ? kept : makeWorker(limits);
  kept = null;
  const { worker, line } = taken;
  return new Promise((resolve, reject) => {
    const end = (settle: () => void, keeps: boolean) => {
      watch[Symbol.dispose]();
      worker.removeAllListeners('message').removeAllListeners('error');
      worker.unref();
      if (keeps && kept === null) kept = taken;
      else void worker.terminate();
      settle();
    };
    const endOver = (limit: OverLimit['limit']) => {
      const reached = Atomics.load(new Int32Array(line), 0);
      end(() => resolve({ kind: 'over-limit', limit, line: reached }), false);
    };
    const watch = watchTime(worker, limits.milliseconds, () => endOver('time'));
    worker.once('message', (told: Told) => end(() => resolve(told), true));
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') endOver('memory');
      else end(() => reject(error), false);
    });
    worker.ref();
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is for windows
    worker.postMessage(asked);
  });
}

function makeWorker({ heap }: TextmateLimits): NonNullable<typeof kept> {
  const line = new SharedArrayBuffer(4);
  const worker = new Worker(
    new URL(isSource ? './textmate-worker.ts' : '../textmate-worker.js', import.meta.url),
    {
      workerData: { wasm: findWasm(), line },
      resourceLimits: { maxOldGenerationSizeMb: heap, stackSizeMb: 8 },
    },
  );
  return { worker, line, heap };
}

/** The worker is beside this file; in a bundle it is at the root, above the folder of its parts, and so is Oniguruma. */
const isSource = import.meta.url.endsWith('.ts');

function findWasm(): string {
  return isSource
    ? createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm')
    : fileURLToPath(new URL('../onig.wasm', import.meta.url));
}
