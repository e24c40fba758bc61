import { watch } from 'chokidar';
import { once } from 'node:events';
import { type Stats, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** Files that changed, relative to the folder where they are in it; otherwise absolute. */
export interface ChangedSources {
  files: ReadonlySet<string>;
  /** When the first of them was written, in milliseconds since 1970. */
  savedAt: number;
  /** Whether they are still what `onBegin` was told of, and no others. */
  isAsBegun: boolean;
}

/** Who is told of files that change. */
export interface SourceListener {
  /** The first of several changes: more may follow within milliseconds. */
  onBegin?(files: ReadonlySet<string>): void;
  /** No more follow for now. */
  onChange(changed: ChangedSources): void;
}

/** How long more changes are waited for, since one save may change several files. Milliseconds. */
const settleMs = 5;
/** As many files that change at once are no save, but a checkout or a build, which takes longer. */
const manyFiles = 4;
/** How long more changes are waited for after many of them. Milliseconds. */
const manySettleMs = 60;
/** A timer that is later than this says that the process was busy. Milliseconds. */
const lateMs = 30;
/** How long an empty file is given to be filled. Milliseconds. */
const emptyMs = 150;

/** What looks at files, until it is closed. */
export interface SourceWatcher {
  /** Looks at further files, relative to the folder. */
  add(files: readonly string[]): void;
  /** Waits until nothing has changed for some milliseconds; two seconds at most. */
  untilQuiet(quietMs: number): Promise<void>;
  close(): Promise<void>;
}

const mostQuietMs = 2_000;

/**
 * Tells of files that change in the folder of an extension, except of packages, repositories and what tools
 * write, and of further files that its bundle was made of.
 *
 * @param folder absolute path
 */
export async function watchSources(
  folder: string,
  { onBegin, onChange }: SourceListener,
): Promise<SourceWatcher> {
  const left = /^(?:node_modules|\.git|\.hg|\.svn|\.orchestra)(?:\/|$)|\/node_modules(?:\/|$)/;
  const nameOf = (path: string) => {
    const name = relative(folder, path).replaceAll(sep, '/');
    return name.startsWith('../') ? path : name;
  };
  const ignored = (path: string) => left.test(nameOf(path));
  const watcher = watch(folder, { ignored, ignoreInitial: true });
  let changed = new Set<string>();
  let savedAt = Infinity;
  let notedAt = 0;
  let timer: NodeJS.Timeout | undefined;
  let hasWaited = false;
  /** How each file was when it was told of last, since one save may be seen several times. */
  const states = new Map<string, string>();
  const known = new Set<string>();
  const stateOf = (file: string) => {
    const found = statSync(resolve(folder, file), { throwIfNoEntry: false });
    return { name: file, isEmpty: found?.size === 0, state: toState(found) };
  };
  let begun: ReturnType<typeof stateOf> | null = null;
  const begin = (file: string) => {
    const found = stateOf(file);
    if (found.isEmpty || found.state === states.get(file)) return;
    begun = found;
    onBegin?.(new Set([file]));
  };
  const note = (path: string, written = Date.now()) => {
    const now = Date.now();
    notedAt = now;
    // a file that was moved here is older than its move
    savedAt = Math.min(savedAt, written > now - 1_000 && written < now ? written : now);
    known.add(path);
    changed.add(nameOf(path));
    if (begun === null && changed.size === 1) begin(nameOf(path));
    clearTimeout(timer);
    timer = setTimeout(tell, changed.size < manyFiles ? settleMs : manySettleMs);
  };
  const tell = () => {
    const found = [...changed].map(stateOf);
    if (found.some(({ isEmpty }) => isEmpty) && !hasWaited) {
      hasWaited = true; // most likely it was emptied to be written anew
      timer = setTimeout(tell, emptyMs);
      return;
    }
    hasWaited = false;
    const news = found.filter(({ name, state }) => states.get(name) !== state);
    for (const { name, state } of news) states.set(name, state);
    const files = new Set(news.map(({ name }) => name));
    const isAsBegun = news.every(
      ({ name, state }) => begun?.name === name && begun.state === state,
    );
    const told = { files, savedAt, isAsBegun };
    [changed, savedAt, begun] = [new Set(), Infinity, null];
    if (files.size > 0) onChange(told);
  };
  watcher.on('all', (_event, path, stats) => note(path, stats?.mtimeMs));
  // of changes that follow close upon another, as a file that is emptied and then written, it tells the first alone
  watcher.on('raw', (_event, name, details) => {
    const watched: unknown = Reflect.get(Object(details), 'watchedPath');
    if (typeof watched !== 'string') return;
    const path = [watched, join(watched, name ?? '')].find((one) => known.has(one));
    if (path !== undefined) note(path);
  });
  watcher.on('error', () => undefined); // a folder that went away while it was looked at
  await once(watcher, 'ready');
  return {
    add: (files) => void watcher.add(files.filter((file) => file.startsWith('../'))),
    untilQuiet: async (quietMs) => {
      const end = Date.now() + mostQuietMs;
      for (let waits = quietMs; waits > 0;) {
        const due = Date.now() + waits;
        await delay(waits);
        // who is late was kept from hearing of changes meanwhile
        const since = Date.now() - due > lateMs ? Date.now() : notedAt;
        waits = Math.min(since + quietMs, end) - Date.now();
      }
    },
    close: async () => {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}

function toState(found: Stats | undefined): string {
  return found === undefined ? 'gone' : `${found.mtimeMs} ${found.size} ${found.ino}`;
}
