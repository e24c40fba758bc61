import { type Database, openDatabase } from '@orchestra/db';
import { type MirrorResult, mirrorIndex, unmirrored } from '../mirror-index.ts';
import type { SyncContext } from './context.ts';
import { openSource, type IndexSource, type SourceOptions } from './open-source.ts';
import { readDatabaseUrl } from './read-database-url.ts';
import { watch } from './watch.ts';

/** The options of `npm run sync`. */
export interface SyncCommandOptions extends SourceOptions {
  watch?: boolean;
  /** Seconds between two syncs. */
  every: number;
  rebuild?: boolean;
  acceptRewrite?: boolean;
  acceptRemovals?: boolean;
}

/**
 * Mirrors an index into a database, once or repeatedly with `--watch`.
 *
 * @returns false where something couldn't be mirrored
 * @throws RegistryError `usage` where no database is set
 */
export async function sync(options: SyncCommandOptions, context: SyncContext): Promise<boolean> {
  const url = readDatabaseUrl(context.databaseUrl);
  await using opened = new AsyncDisposableStack();
  const database = once(async () => opened.use(await openDatabase({ url })));
  const source = once(async () => opened.use(await openSource(options, context)));
  const open = async () => ({ database: await database(), source: await source() });
  if (options.watch === true) {
    await follow(open, { options, context });
    return true;
  }
  const result = await mirror(await open(), { accepted: options, context });
  context.show(result);
  return unmirrored(result).length === 0;
}

interface Opened {
  database: Database;
  source: IndexSource;
}

type Accepted = Pick<SyncCommandOptions, 'rebuild' | 'acceptRewrite' | 'acceptRemovals'>;

/**
 * Syncs repeatedly. `--accept…` options apply to the first sync only, and a result that was shown already
 * isn't shown again.
 */
async function follow(
  open: () => Promise<Opened>,
  { options, context }: { options: SyncCommandOptions; context: SyncContext },
): Promise<void> {
  let accepted: Accepted = options;
  let shown = '[]';
  const round = async () => {
    const opened = await open();
    await opened.source.refresh();
    const result = await mirror(opened, { accepted, context });
    accepted = {};
    const wrong = JSON.stringify(unmirrored(result));
    const { mirrored, removed, documents } = result;
    if (mirrored + removed + documents.read > 0 || wrong !== shown) context.show(result);
    shown = wrong;
  };
  await watch(round, {
    everyMs: options.every * 1000,
    signal: context.signal,
    onError: (error) => context.showError(error),
  });
}

function mirror(
  { database, source }: Opened,
  { accepted, context }: { accepted: Accepted; context: SyncContext },
): Promise<MirrorResult> {
  const { rebuild = false, acceptRewrite = false, acceptRemovals = false } = accepted;
  const { signal, onProgress } = context;
  return mirrorIndex({
    database,
    index: source.index,
    readDoc: source.readDoc,
    refresh: () => source.refresh(),
    rebuild,
    acceptRewrite,
    acceptRemovals,
    signal,
    onProgress,
  });
}

/** Returns a function that opens something on its first successful call, and then always returns that. */
function once<T>(open: () => Promise<T>): () => Promise<T> {
  let opened: T | undefined;
  return async () => (opened ??= await open());
}
