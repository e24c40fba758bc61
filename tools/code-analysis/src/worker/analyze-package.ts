import { Worker } from 'node:worker_threads';
import pLimit from 'p-limit';
import type { Analysis, Manifest, PackageAnalysis } from '@orchestra/core';
import { unread } from '../findings/unread.ts';
import { watchTime } from './watch-time.ts';

/** What an analysis may take. */
export interface AnalysisLimits {
  /** Of the processor: a machine that does other things as well is given more time. */
  milliseconds: number;
  /** MiB of the heap. */
  heap: number;
}

/** Code of 5 MB takes two seconds and half of that memory. */
const defaultLimits: AnalysisLimits = { milliseconds: 30_000, heap: 1536 };

/**
 * Analyses the code of a package in a thread of its own, which is ended when it takes too long or too
 * much memory: that is a finding then, and never a pass.
 */
export function analyzePackage(
  of: { files: ReadonlyMap<string, Uint8Array>; manifest: Pick<Manifest, 'entryFiles'> },
  limits: AnalysisLimits = defaultLimits,
): Promise<PackageAnalysis> {
  const entries = of.manifest.entryFiles.map(({ path }) => path);
  const files = [...of.files].filter(
    ([path]) => /\.(?:[cm]?js|map)$/i.test(path) || entries.includes(path),
  );
  const [first] = files;
  if (first === undefined) return Promise.resolve(nothing);
  return inTurn(() => run({ files, entries }, limits));
}

const nothing: Analysis = { format: 1, permissions: [], unresolved: [], unsupported: [] };

/** Two, so that a package which takes long holds up no other; more would take the memory of a small machine. */
const inTurn = pLimit(2);
/** Kept for the next packages, since starting one takes longer than most analyses. */
const kept: { worker: Worker; heap: number }[] = [];

function run(
  of: { files: [string, Uint8Array][]; entries: string[] },
  limits: AnalysisLimits,
): Promise<PackageAnalysis> {
  const worker = takeWorker(limits);
  return new Promise((resolve, reject) => {
    const watch = watchTime(worker, limits.milliseconds, () =>
      overLimit(`code that takes over ${limits.milliseconds / 1000} seconds to read`),
    );
    const end = (settle: () => void, keeps: boolean) => {
      watch[Symbol.dispose]();
      worker.removeAllListeners('message').removeAllListeners('error');
      worker.unref();
      if (keeps) kept.push({ worker, heap: limits.heap });
      else void worker.terminate();
      settle();
    };
    const overLimit = (what: string) => {
      const [path = ''] = of.entries;
      const unresolved = [unread(path, { reason: 'over-limit', what })];
      end(() => resolve({ ...nothing, unresolved }), false);
    };
    worker.once('message', (analysis: PackageAnalysis) => end(() => resolve(analysis), true));
    worker.once('error', (error: NodeJS.ErrnoException) => {
      const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY' || error instanceof RangeError;
      if (isMemory) overLimit(`code that takes over ${limits.heap} MiB of memory to read`);
      else end(() => reject(error), false);
    });
    worker.ref();
    // copies, so that nothing else of the package goes along
    const files = of.files.map(([path, bytes]) => [path, new Uint8Array(bytes)] as const);
    worker.postMessage(
      { files, entries: of.entries },
      files.map(([, bytes]) => bytes.buffer),
    );
  });
}

function takeWorker({ heap }: AnalysisLimits): Worker {
  const free = kept.pop();
  if (free?.heap === heap) return free.worker;
  void free?.worker.terminate();
  return new Worker(workerUrl, {
    resourceLimits: { maxOldGenerationSizeMb: heap, stackSizeMb: 8 },
  });
}

/** Beside this file; at the root of a bundle, whose parts stand in a folder. */
const workerUrl = new URL(
  import.meta.url.endsWith('.ts') ? './analysis-worker.ts' : '../analysis-worker.js',
  import.meta.url,
);
