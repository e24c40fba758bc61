import { parentPort, workerData } from 'node:worker_threads';
import { checkContributed } from '../check/check-contributed.ts';
import { faultOfExpression, loadOniguruma } from '../language/load-oniguruma.ts';
import { lookAt } from '../looks/look-at.ts';
import type { Asked, Told } from './messages.ts';

const { wasm, line }: { wasm: string; line: SharedArrayBuffer } = workerData;
const reached = new Int32Array(line);

/** Does one thing after the other, and says what comes of it. */
parentPort?.on('message', (asked: Asked) => {
  answer(asked)
    .catch((error: unknown): Told => {
      if (error instanceof RangeError) return { kind: 'too-deep' };
      return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
    })
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is for windows
    .then((told) => parentPort?.postMessage(told));
});

async function answer(asked: Asked): Promise<Told> {
  Atomics.store(reached, 0, 0);
  await loadOniguruma(wasm);
  if (asked.kind === 'check') {
    return {
      kind: 'checked',
      problems: checkContributed({ ...asked, compile: faultOfExpression }),
    };
  }
  const look = await lookAt(asked.request, (at) => Atomics.store(reached, 0, at));
  return { kind: 'looked', look };
}
