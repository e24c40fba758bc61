import { parentPort } from 'node:worker_threads';
import { analyzeCode } from '../analyze-code.ts';

/** Analyses the packages that are sent to this worker, one after the other. */
parentPort?.on(
  'message',
  (sent: { files: [string, Uint8Array][]; entries: string[]; others: string[] }) => {
    const { files, entries, others } = sent;
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is for windows
    parentPort?.postMessage(analyzeCode({ files: new Map(files), entries, others }));
  },
);
