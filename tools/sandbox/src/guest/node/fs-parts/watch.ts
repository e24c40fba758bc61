import { guest } from 'orchestra:api';
import type { WatchedChange } from '../../../services/services.ts';
import { requireAllowed } from '../../api/guest-context.ts';
import { Buffer } from '../buffer.ts';
import { EventEmitter } from '../events.ts';
import { basename, relative } from '../path.ts';
import { abortError } from '../timers.ts';
import { stat } from './entries.ts';
import { toNodeError } from './errors.ts';
import { toOptions, toPath, toText } from './paths.ts';
import { start } from './read-stream.ts';
import { Stats } from './stats.ts';

type Listener = (...args: unknown[]) => void;

/** What `watch` gives. */
export class FSWatcher extends EventEmitter {
  #registration: { dispose(): void } | null = null;

  /** Begins. @param caller whose callers the host is told */
  begin(path: unknown, given: unknown, caller: Listener): void {
    const { recursive, encoding, signal } = toOptions(given);
    const top = toPath(path);
    requireAllowed(guest, { api: 'fs:watch', caller });
    const about = { syscall: 'watch', path: toText(path) };
    const actions = {
      change: (value: unknown) => {
        const change = value as WatchedChange;
        const name = relative(top, change.path) || basename(change.path);
        const shown = encoding === 'buffer' ? Buffer.from(name) : name;
        this.emit('change', change.type === 'changed' ? 'change' : 'rename', shown);
      },
      failed: (error: unknown) => this.emit('error', toNodeError(error, about)),
    };
    const args = [top, { recursive: recursive === true }];
    this.#registration = guest.link.register('fs:watch', args, { caller, actions });
    if (signal instanceof AbortSignal) {
      if (signal.aborted) this.close();
      else signal.addEventListener('abort', () => this.close(), { once: true });
    }
  }

  close(): void {
    if (this.#registration === null) return;
    this.#registration.dispose();
    this.#registration = null;
    queueMicrotask(() => this.emit('close'));
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }
}

/** `watch`. */
export function watch(path: unknown, ...args: unknown[]): FSWatcher {
  const listener = typeof args.at(-1) === 'function' ? (args.pop() as Listener) : undefined;
  const watcher = new FSWatcher();
  if (listener !== undefined) watcher.on('change', listener);
  watcher.begin(path, args[0], watch);
  return watcher;
}

/** `watch` of `fs/promises`. */
export async function* watchChanges(
  path: unknown,
  given?: unknown,
): AsyncGenerator<{ eventType: string; filename: unknown }> {
  const { signal } = toOptions(given);
  const watcher = new FSWatcher();
  const seen: { eventType: string; filename: unknown }[] = [];
  const state: { error?: unknown; isOver: boolean } = { isOver: false };
  let wake = () => {};
  watcher.on('change', (eventType, filename) => {
    seen.push({ eventType, filename });
    wake();
  });
  watcher.on('error', (error) => {
    Object.assign(state, { error, isOver: true });
    wake();
  });
  watcher.on('close', () => {
    if (signal instanceof AbortSignal && signal.aborted) state.error ??= abortError(signal);
    state.isOver = true;
    wake();
  });
  watcher.begin(path, given, watchChanges);
  try {
    for (;;) {
      const next = seen.shift();
      if (next !== undefined) yield next;
      else if (state.error !== undefined) throw state.error;
      else if (state.isOver) return;
      else await new Promise<void>((done) => (wake = done));
    }
  } finally {
    watcher.close();
  }
}

/** What `watchFile` gives: it asks again and again. */
export class StatWatcher extends EventEmitter {
  readonly #path: unknown;
  #timer: ReturnType<typeof setInterval> | undefined;
  #before: Stats | null = null;

  constructor(path: unknown, interval: number) {
    super();
    this.#path = path;
    this.#timer = setInterval(() => void this.#ask(), interval);
    void this.#ask();
  }

  async #ask(): Promise<void> {
    const now = (await start(stat(this.#path), this.#ask).catch(() => nothing)) as Stats;
    const before = this.#before;
    this.#before = now;
    if (before === null || isSame(before, now) || this.#timer === undefined) return;
    this.emit('change', now, before);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.emit('stop');
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }
}

const nothing = new Stats({
  kind: 'other',
  size: 0,
  mode: 0,
  dev: 0,
  ino: 0,
  nlink: 0,
  uid: 0,
  gid: 0,
  blksize: 0,
  blocks: 0,
  atimeMs: 0,
  mtimeMs: 0,
  ctimeMs: 0,
  birthtimeMs: 0,
});

function isSame(a: object, b: object): boolean {
  return ['mtimeMs', 'ctimeMs', 'size', 'ino'].every(
    (key) => Reflect.get(a, key) === Reflect.get(b, key),
  );
}

const watched = new Map<string, StatWatcher>();

/** `watchFile`. */
export function watchFile(path: unknown, ...args: unknown[]): StatWatcher {
  const listener = args.pop() as Listener;
  const { interval } = toOptions(args[0]);
  const name = toPath(path);
  const watcher = watched.get(name) ?? new StatWatcher(name, Number(interval ?? 5_007));
  watched.set(name, watcher);
  return watcher.on('change', listener);
}

/** `unwatchFile`. */
export function unwatchFile(path: unknown, listener?: Listener): void {
  const name = toPath(path);
  const watcher = watched.get(name);
  if (watcher === undefined) return;
  if (listener === undefined) watcher.removeAllListeners('change');
  else watcher.removeListener('change', listener);
  if (watcher.listenerCount('change') > 0) return;
  watched.delete(name);
  watcher.stop();
}
