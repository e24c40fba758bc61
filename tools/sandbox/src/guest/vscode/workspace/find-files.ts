import { guest } from 'orchestra:api';
import { askEditor, register } from '../ask-host.ts';
import { type CancellationToken, EventEmitter, signalOf } from '../types/events.ts';
import { RelativePattern } from '../types/interface.ts';
import { Uri } from '../types/uri.ts';

type Pattern = string | RelativePattern;

/** A pattern as one of paths: below a folder, or below what is open. */
function toGlob(pattern: Pattern): string {
  if (typeof pattern === 'string') return pattern;
  const { rootPath } = guest.state.workspace;
  const base = pattern.baseUri.fsPath;
  if (rootPath === null || base === rootPath) return pattern.pattern;
  if (base.startsWith(`${rootPath}/`))
    return `${base.slice(rootPath.length + 1)}/${pattern.pattern}`;
  throw new Error(`${base} is outside of the folder that is open.`);
}

/** Finds files of the workspace by a pattern. */
export async function findFiles(
  include: Pattern,
  exclude?: Pattern | null,
  maxResults?: number,
  token?: CancellationToken,
): Promise<Uri[]> {
  const options = {
    include: toGlob(include),
    ...(exclude !== undefined && exclude !== null && { exclude: toGlob(exclude) }),
    maxResults: Math.min(maxResults ?? 100_000, 100_000),
  };
  const by = { caller: findFiles, signal: signalOf(token) };
  const found = await askEditor('workspace.findFiles', [options], by);
  return (Array.isArray(found) ? found : []).map((path) => Uri.file(String(path)));
}

/** Tells of files that are made, changed and deleted. */
export function createFileSystemWatcher(
  pattern: Pattern,
  ignoreCreateEvents = false,
  ignoreChangeEvents = false,
  ignoreDeleteEvents = false,
) {
  const told = {
    created: new EventEmitter<Uri>(),
    changed: new EventEmitter<Uri>(),
    deleted: new EventEmitter<Uri>(),
  };
  const ignored = {
    created: ignoreCreateEvents,
    changed: ignoreChangeEvents,
    deleted: ignoreDeleteEvents,
  };
  const watching = register('workspace.createFileSystemWatcher', [toGlob(pattern)], {
    caller: createFileSystemWatcher,
    actions: {
      change: (value) => {
        const { type, path } = value as { type: keyof typeof told; path: string };
        if (!ignored[type]) told[type].fire(Uri.file(path));
      },
      failed: (error) => guest.report(error),
    },
  });
  return {
    ignoreCreateEvents,
    ignoreChangeEvents,
    ignoreDeleteEvents,
    onDidCreate: told.created.event,
    onDidChange: told.changed.event,
    onDidDelete: told.deleted.event,
    dispose: () => watching.dispose(),
  };
}
