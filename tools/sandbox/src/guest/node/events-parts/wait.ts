import type Emitter from '@jspm/core/nodelibs/events';
import { wrongType } from '../node-error.ts';
import { abortError } from '../timers.ts';

type Listener = (...args: unknown[]) => void;
type Target = InstanceType<typeof Emitter> | EventTarget;

/** Listens to an emitter of either kind, and gives what ends that. */
function listen(target: Target, name: string | symbol, listener: Listener): () => void {
  if ('on' in target && typeof target.on === 'function') {
    target.on(name, listener);
    return () => void target.removeListener(name, listener);
  }
  if ('addEventListener' in target && typeof target.addEventListener === 'function') {
    target.addEventListener(String(name), listener);
    return () => target.removeEventListener(String(name), listener);
  }
  throw wrongType('emitter', 'an instance of EventEmitter', target);
}

interface Options {
  signal?: AbortSignal;
}

/** `once`: gives what the listeners get. */
export function once(
  target: Target,
  name: string | symbol,
  { signal }: Options = {},
): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) return reject(abortError(signal));
    const ends: (() => void)[] = [];
    const end = () => ends.forEach((one) => one());
    ends.push(
      listen(target, name, (...args) => {
        end();
        resolve(args);
      }),
    );
    if (name !== 'error' && 'on' in target) {
      ends.push(
        listen(target, 'error', (error) => {
          end();
          reject(error);
        }),
      );
    }
    if (signal !== undefined) {
      ends.push(
        listen(signal, 'abort', () => {
          end();
          reject(abortError(signal));
        }),
      );
    }
  });
}

/** `on`: goes through what the listeners get. */
export async function* on(
  target: Target,
  name: string | symbol,
  { signal, close = [] }: Options & { close?: readonly string[] } = {},
): AsyncGenerator<unknown[]> {
  if (signal?.aborted === true) throw abortError(signal);
  const heard: unknown[][] = [];
  const state: { error?: unknown; isFailed: boolean; isClosed: boolean } = {
    isFailed: false,
    isClosed: false,
  };
  let wake = () => {};
  const note = (change: () => void) => () => {
    change();
    wake();
  };
  const fail = (error: unknown) => Object.assign(state, { error, isFailed: true });
  const ends = [
    listen(target, name, (...args) => note(() => void heard.push(args))()),
    ...close.map((one) =>
      listen(
        target,
        one,
        note(() => (state.isClosed = true)),
      ),
    ),
  ];
  if (name !== 'error' && 'on' in target) {
    ends.push(listen(target, 'error', (error) => note(() => fail(error))()));
  }
  if (signal !== undefined)
    ends.push(
      listen(
        signal,
        'abort',
        note(() => fail(abortError(signal))),
      ),
    );
  try {
    for (;;) {
      const next = heard.shift();
      if (next !== undefined) yield next;
      else if (state.isFailed) throw state.error;
      else if (state.isClosed) return;
      else await new Promise<void>((done) => (wake = done));
    }
  } finally {
    ends.forEach((end) => end());
  }
}
