import { Worker } from 'node:worker_threads';
import pLimit from 'p-limit';
import type { Analysis, Manifest, PackageAnalysis } from '@orchestra/core';
import { firstEntry, unread } from '../findings/unread.ts';
import { watchTime } from './watch-time.ts';

/** Limits of an analysis. */
export interface AnalysisLimits {
  /** Milliseconds of processor time, so that a busy machine gets more time. */
  milliseconds: number;
  /** Heap size in MiB. */
  heap: number;
}

/** 5 MB of code need two seconds and half of that memory. */
const defaultLimits: AnalysisLimits = { milliseconds: 30_000, heap: 1536 };

/**
 * Analyses the code of a package in a worker thread. A worker that exceeds a limit is ended, and that is a
 * finding, so that the package doesn't pass.
 */
export function analyzePackage(
  of: { files: ReadonlyMap<string, Uint8Array>; manifest: Pick<Manifest, 'entryFiles'> },
  limits: AnalysisLimits = defaultLimits,
): Promise<PackageAnalysis> {
  const entries = of.manifest.entryFiles.map(({ path }) => path);
  const isCode = (path: string) => /\.(?:[cm]?js|map)$/i.test(path) || entries.includes(path);
  // a style sheet may be one for previews, which load what it names
  const isShown = (path: string) => isCode(path) || path.endsWith('.css');
  // the manifest may give commands to keys, and its texts may have links to some
  const isSilent = ![...of.files].some(
    ([path, bytes]) =>
      /^package[^/]*\.json$/.test(path) &&
      /keybindings|command/.test(new TextDecoder().decode(bytes)),
  );
  if (isSilent && ![...of.files.keys()].some(isShown)) return Promise.resolve(nothing);
  // pages, data, and sources, in which places that source maps name are looked up
  const isRead = (path: string) =>
    isCode(path) || /\.(?:[cm]?tsx?|jsx|vue|svelte|x?html?|svg|css|json)$/.test(path);
  const files = [...of.files].filter(([path]) => isRead(path));
  const others = [...of.files.keys()].filter((path) => !isRead(path));
  return inTurn(() => run({ files, entries, others }, limits));
}

const nothing: Analysis = { format: 1, permissions: [], unresolved: [], unsupported: [] };

/** Two at a time, so that one slow package doesn't block others; more would need too much memory. */
const inTurn = pLimit(2);
/** Idle workers for the next packages, because starting one takes longer than most analyses. */
const kept: { worker: Worker; heap: number }[] = [];

function run(
  of: { files: [string, Uint8Array][]; entries: string[]; others: string[] },
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
      const path = firstEntry(of.entries, (one) => of.files.some(([file]) => file === one));
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
    // copied, so that the underlying buffer of the whole package isn't sent along
    const files = of.files.map(([path, bytes]) => [path, new Uint8Array(bytes)] as const);
    worker.postMessage(
      { files, entries: of.entries, others: of.others },
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

/** The worker is beside this file; in a bundle it is at the root, above the folder of its parts. */
const workerUrl = new URL(
  import.meta.url.endsWith('.ts') ? './analysis-worker.ts' : '../analysis-worker.js',
  import.meta.url,
);
