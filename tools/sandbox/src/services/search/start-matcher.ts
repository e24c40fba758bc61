import { Worker } from 'node:worker_threads';
import { ServiceError } from '../service-error.ts';

/** Where an expression was found in a text. Line and column are from 1. */
export interface FoundPlace {
  line: number;
  column: number;
  /** The line, shortened. */
  text: string;
}

/** As text, so that it runs as well where this file is part of a bundle. */
const code = `
const { parentPort, workerData } = require('node:worker_threads');
const expression = new RegExp(workerData.source, workerData.flags);
parentPort.on('message', ({ text, max }) => {
  const found = [];
  const lines = text.split(/\\r\\n|\\n|\\r/);
  for (let at = 0; at < lines.length && found.length < max; at += 1) {
    for (const match of lines[at].matchAll(expression)) {
      if (match[0] === '') continue;
      const from = lines[at].length > 1000 ? Math.max(0, match.index - 200) : 0;
      found.push({ line: at + 1, column: match.index + 1, text: lines[at].slice(from, from + 1000) });
      if (found.length >= max) break;
    }
  }
  parentPort.postMessage(found);
});`;

/** How long an expression may take for one file. */
const sliceMs = 2_000;

/** Looks for an expression in a thread of its own, which is ended where it takes too long. */
export interface Matcher extends AsyncDisposable {
  /** @throws ServiceError `timeout` */
  match(text: string, max: number): Promise<FoundPlace[]>;
}

/**
 * @param flags with `g`
 * @throws ServiceError `invalid-argument` where it is no expression
 */
export function startMatcher(source: string, flags: string): Matcher {
  try {
    RegExp(source, flags);
  } catch (error) {
    const said = error instanceof Error ? error.message : 'it is not valid';
    throw new ServiceError('invalid-argument', said, { cause: error });
  }
  const worker = new Worker(code, {
    eval: true,
    workerData: { source, flags },
    resourceLimits: { maxOldGenerationSizeMb: 128 },
    env: {},
    stdin: false,
  });
  const ready = new Promise<void>((resolve) => void worker.once('online', () => resolve()));
  return {
    match: async (text, max) => {
      await ready;
      return ask(worker, { text, max });
    },
    [Symbol.asyncDispose]: async () => void (await worker.terminate()),
  };
}

function ask(worker: Worker, question: { text: string; max: number }): Promise<FoundPlace[]> {
  return new Promise((resolve, reject) => {
    const end = (act: () => void) => {
      clearTimeout(timer);
      worker.removeAllListeners('message').removeAllListeners('error');
      act();
    };
    const timer = setTimeout(() => {
      void worker.terminate();
      end(() => reject(tooSlow()));
    }, sliceMs);
    worker.once('message', (found: FoundPlace[]) => end(() => resolve(found)));
    worker.once('error', (error) => end(() => reject(error)));
    worker.postMessage(question, []);
  });
}

function tooSlow(): ServiceError {
  return new ServiceError(
    'timeout',
    `The expression takes more than ${sliceMs / 1000} seconds for one file; make it simpler`,
  );
}
