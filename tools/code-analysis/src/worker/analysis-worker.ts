import { parentPort } from 'node:worker_threads';
import { analyzeCode } from '../analyze-code.ts';

interface Sent {
  files: [string, Uint8Array][];
  entries: string[];
  others: string[];
}

/** Analyses the packages that are sent to this worker, one after the other. */
parentPort?.on('message', (sent: Sent) => {
  const { files, ...rest } = sent;
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is for windows
  parentPort?.postMessage(analyzeCode({ files: new Map(files), ...rest }));
});
