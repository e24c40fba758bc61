import { join, relative, sep } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import { makeGlob } from '../search/make-glob.ts';
import { ServiceError } from '../service-error.ts';
import type { Ending, WatchedChange } from '../services.ts';
import { isBelow } from './places.ts';
import { isTemporary } from './write-entry.ts';

const maxPatterns = 100;
const maxWatched = 50_000;
/** Changes of a file within this time are told once. */
const debounceMs = 50;

type Listener = (change: WatchedChange) => void;

/** Tells of changes in a workspace. */
export interface FileWatcher {
  /**
   * Tells of files that match a glob, relative to the workspace; also of what the extension writes itself.
   *
   * @throws ServiceError `invalid-argument`, `too-many`, `not-found` where no folder is open
   */
  watch(pattern: string, listener: Listener): Promise<Ending>;
  close(): Promise<void>;
}

/**
 * Watches a workspace as long as someone listens: no links, nothing in `.git` and `node_modules`, and of very
 * large workspaces the first 50,000 files.
 *
 * @param root absolute; null where no folder is open
 * @param closed absolute; nothing in it is told
 */
export function makeFileWatcher(root: string | null, closed?: string): FileWatcher {
  const listeners = new Set<Listener>();
  let watcher: Promise<FSWatcher> | null = null;
  const end = async () => {
    const ended = watcher;
    watcher = null;
    await (await ended)?.close();
  };
  return {
    watch: async (pattern, listener) => {
      if (root === null)
        throw new ServiceError('not-found', 'No folder is open that could be watched');
      if (listeners.size >= maxPatterns) {
        throw new ServiceError(
          'too-many',
          `At most ${maxPatterns} patterns can be watched at once`,
        );
      }
      const fits = makeGlob(toRelative(root, pattern));
      const told: Listener = (change) => {
        if (fits(toName(root, change.path))) listener(change);
      };
      listeners.add(told);
      watcher ??= startWatcher(root, {
        closed,
        tell: debounce((change) => listeners.forEach((each) => each(change))),
      });
      await watcher;
      return {
        dispose: () => {
          if (listeners.delete(told) && listeners.size === 0) void end();
        },
      };
    },
    close: async () => {
      listeners.clear();
      await end();
    },
  };
}

function toName(root: string, path: string): string {
  return relative(root, path).split(sep).join('/');
}

function toRelative(root: string, pattern: string): string {
  return pattern.startsWith(`${root}${sep}`) ? toName(root, pattern) : pattern;
}

function startWatcher(
  root: string,
  { closed, tell }: { closed: string | undefined; tell: Listener },
): Promise<FSWatcher> {
  let count = 0;
  const watcher = watch(root, {
    followSymlinks: false,
    ignoreInitial: true,
    ignorePermissionErrors: true,
    ignored: (path, stats) => {
      if (/(?:^|\/)(?:\.git|node_modules)(?:\/|$)/.test(toName(root, path))) return true;
      if (closed !== undefined && isBelow(closed, path)) return true;
      if (isTemporary(path.slice(path.lastIndexOf(sep) + 1))) return true;
      return stats !== undefined && (count += 1) > maxWatched;
    },
  });
  const add = (event: 'add' | 'change' | 'unlink', type: WatchedChange['type']) =>
    watcher.on(event, (path: string) => tell({ type, path: join(path) }));
  add('add', 'created');
  add('change', 'changed');
  add('unlink', 'deleted');
  watcher.on('error', () => {}); // a folder that can't be watched is left out
  return new Promise((resolve) => void watcher.once('ready', () => resolve(watcher)));
}

/** Of several changes of a file only what they come to is told. */
function debounce(tell: Listener): Listener {
  const waiting = new Map<string, WatchedChange['type']>();
  return ({ type, path }) => {
    const before = waiting.get(path);
    const isFirst = before === undefined;
    waiting.set(
      path,
      before === 'created' && type === 'changed'
        ? 'created'
        : before === 'deleted' && type === 'created'
          ? 'changed'
          : type,
    );
    if (!isFirst) return;
    setTimeout(() => {
      const last = waiting.get(path);
      waiting.delete(path);
      if (last !== undefined) tell({ type: last, path });
    }, debounceMs).unref();
  };
}
