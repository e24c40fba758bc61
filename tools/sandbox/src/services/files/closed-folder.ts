import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ServiceError } from '../service-error.ts';
import type { FolderOpener, OpenFolder } from './open-folder.ts';
import { lstatEntry } from './write-entry.ts';

/**
 * A folder that no path of an extension leads into, whatever folders it is in, and that stays where it is. It is
 * known by its place on the disk: links, other spellings and new names make no difference.
 */
export class ClosedFolder {
  /** Absolute, without links. */
  readonly path: string;
  readonly #id: string;
  /** Of the folder, and of all that hold it. */
  readonly #holders: ReadonlySet<string>;

  private constructor(path: string, ids: readonly string[]) {
    this.path = path;
    this.#id = ids[0] ?? '';
    this.#holders = new Set(ids);
  }

  /** @param path absolute, without links; it is there */
  static async find(path: string): Promise<ClosedFolder> {
    const ids: string[] = [];
    for (let at = path; ; at = dirname(at)) {
      ids.push(idOf(await stat(at, { bigint: true })));
      if (at === dirname(at)) return new ClosedFolder(path, ids);
    }
  }

  /** Opens folders as before, but for this one. The opener throws ServiceError `no-access`. */
  keepOut(open: FolderOpener): FolderOpener {
    const guard = async (opened: OpenFolder): Promise<OpenFolder> => {
      if (idOf(await stat(opened.at(), { bigint: true })) === this.#id) {
        await opened[Symbol.asyncDispose]();
        throw noAccess();
      }
      return { ...opened, enter: async (name) => guard(await opened.enter(name)) };
    };
    return async (path) => guard(await open(path));
  }

  /** @throws ServiceError `no-access` where an entry that is to be moved or deleted is this folder, or holds it */
  async requireApart(of: { folder: OpenFolder; name: string }): Promise<void> {
    const found = await lstatEntry(of.folder, of.name);
    if (found?.isDirectory() !== true) return;
    const id = idOf(await stat(of.folder.at(of.name), { bigint: true }));
    if (this.#holders.has(id)) throw noAccess();
  }
}

function idOf({ dev, ino }: { dev: bigint; ino: bigint }): string {
  return `${dev}:${ino}`;
}

function noAccess(): ServiceError {
  return new ServiceError(
    'no-access',
    'values and secrets of this extension are kept there, which `storage`, `settings` and `secrets` reach alone',
  );
}
