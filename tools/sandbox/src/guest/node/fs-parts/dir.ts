import type { FileService } from '../../../services/services.ts';
import { nodeError } from '../node-error.ts';
import { nextTick } from '../process.ts';
import type { Steps } from './forms.ts';
import { toPath, toText } from './paths.ts';
import { Dirent } from './stats.ts';

/** A folder that is gone through. */
export class Dir {
  readonly path: string;
  readonly #left: Dirent[];
  #isClosed = false;

  constructor(path: string, entries: Dirent[]) {
    this.path = path;
    this.#left = entries;
  }

  readSync(): Dirent | null {
    if (this.#isClosed) throw nodeError(Error, 'ERR_DIR_CLOSED', 'Directory handle was closed');
    return this.#left.shift() ?? null;
  }

  read(callback?: (error: null, entry: Dirent | null) => void): Promise<Dirent | null> | undefined {
    const entry = this.readSync();
    if (callback === undefined) return Promise.resolve(entry);
    nextTick(callback as (...args: unknown[]) => void, null, entry);
    return undefined;
  }

  closeSync(): void {
    if (this.#isClosed) throw nodeError(Error, 'ERR_DIR_CLOSED', 'Directory handle was closed');
    this.#isClosed = true;
  }

  close(callback?: (error: null) => void): Promise<void> | undefined {
    this.closeSync();
    if (callback === undefined) return Promise.resolve();
    nextTick(callback as (...args: unknown[]) => void, null);
    return undefined;
  }

  // oxlint-disable-next-line typescript/require-await -- as Node has it
  async *[Symbol.asyncIterator](): AsyncGenerator<Dirent> {
    try {
      for (let entry = this.readSync(); entry !== null; entry = this.readSync()) yield entry;
    } finally {
      this.#isClosed = true;
    }
  }
}

/** `opendir`. */
export function* opendir(of: unknown): Steps<Dir> {
  const folder = toPath(of);
  const about = { syscall: 'opendir', path: toText(of) };
  const found = yield { name: 'opendir', args: [folder], ...about };
  const entries = (found as Awaited<ReturnType<FileService['readDir']>>).map(
    ({ name, type }) => new Dirent(name, { parentPath: folder, kind: type }),
  );
  return new Dir(toText(of), entries);
}
