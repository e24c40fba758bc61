import {
  entryPath,
  type IndexEntry,
  indexRoot as root,
  parseEntry,
  RegistryError,
} from '@orchestra/core';
import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { git, gitFailed, runGit } from './git.ts';
import { isRepository, makeRepository } from './make-repository.ts';
import { ObjectReader } from './object-reader.ts';
import { type FileChange, renderImport } from './render-import.ts';

export type { FileChange } from './render-import.ts';

const branch = 'refs/heads/main';
/** Number of commits after which loose objects are packed. */
const commitsBetweenMaintenance = 500;

/** The changes of a commit, and its parent. */
export interface IndexCommit {
  /** The commit that the branch must still point to. */
  parent: string;
  changes: readonly FileChange[];
  message: string;
  at: Date;
}

/** Settings of a git index. */
export interface IndexOptions {
  /** Packs loose objects after this many commits of this process; 500 by default. */
  maintainEvery?: number;
  /**
   * Called with the stored commit before the branch moves to it, to push it to a remote index. If it throws,
   * the branch stays where it was.
   */
  push?: (commit: { created: string; parent: string }) => Promise<void>;
}

/** The index at one commit. */
export interface IndexSnapshot {
  commit: string;
  /** Text of a file below the index; null where there is none. */
  readFile(path: string): Promise<string | null>;
  /** @throws RegistryError `index-damaged` */
  readEntry(name: string): Promise<IndexEntry | null>;
  /** Names of all entries. */
  names(): Promise<string[]>;
}

/**
 * The index in a bare git repository. Reads go through one long-lived process; writes use git's plumbing and
 * a compare-and-swap of the branch, never a work tree. A commit takes as long with 100 entries as with
 * 100,000.
 */
export class GitIndex implements Disposable {
  readonly directory: string;
  /** Reads objects of any commit; all reads share its process. */
  readonly objects: ObjectReader;
  readonly #maintainEvery: number;
  readonly #push: IndexOptions['push'];
  #commits = 0;

  private constructor(directory: string, options: IndexOptions) {
    this.directory = directory;
    this.objects = new ObjectReader(directory);
    this.#maintainEvery = options.maintainEvery ?? commitsBetweenMaintenance;
    this.#push = options.push;
  }

  /**
   * Opens an index. Creates it where it is missing or incomplete.
   *
   * @param first.files content of the first commit, by path relative to the index
   */
  static async open(
    directory: string,
    first: IndexOptions & { files: ReadonlyMap<string, string> },
  ): Promise<GitIndex> {
    await makeRepository(directory);
    const index = new GitIndex(directory, first);
    if ((await index.#readHead()) === null) await index.#commitFirst(first.files);
    return index;
  }

  /** Opens an existing index; null where there is none. Creates nothing. */
  static async openExisting(
    directory: string,
    options: IndexOptions = {},
  ): Promise<GitIndex | null> {
    if (!(await isRepository(directory))) return null;
    const index = new GitIndex(directory, options);
    return (await index.#readHead()) === null ? null : index;
  }

  /** The commit that the branch points to. */
  async head(): Promise<string> {
    const head = await this.#readHead();
    if (head !== null) return head;
    throw new RegistryError('git-failed', `${this.directory} has no branch main`, {
      hint: 'Restore the repository from a copy.',
    });
  }

  /** The index at the current commit; later commits don't change the snapshot. */
  async snapshot(): Promise<IndexSnapshot> {
    return this.snapshotAt(await this.head());
  }

  /** The index at a commit; empty where the repository doesn't have that commit. */
  snapshotAt(commit: string): IndexSnapshot {
    const readText = async (path: string) => {
      const content = await this.objects.read(`${commit}:${root}/${path}`);
      return content === null ? null : content.toString('utf8');
    };
    return {
      commit,
      readFile: readText,
      readEntry: async (name) => {
        const path = `extensions/${entryPath(name)}`;
        const text = await readText(path);
        return text === null ? null : parseEntry(text, { path, name });
      },
      names: async () => (await this.#listEntries(commit)).map(nameOf),
    };
  }

  /** Paths of the entries that differ between two commits, relative to the index. */
  async changedBetween(from: string, to: string): Promise<string[]> {
    const args = ['diff-tree', '-r', '-z', '--name-only', from, to, '--', `${root}/extensions`];
    const listed = await git(this.directory, { args });
    return splitPaths(listed);
  }

  /**
   * Commits changes on top of a parent.
   *
   * @returns the new commit
   * @throws RegistryError `index-conflict` where the branch has moved on, `git-failed`
   */
  async commit(commit: IndexCommit): Promise<string> {
    const created = await this.#import(commit);
    await this.#push?.({ created, parent: commit.parent });
    await this.#swap(created, commit.parent);
    this.#commits += 1;
    // runs in the background; a failure is ignored, because the next run makes up for it
    if (this.#commits % this.#maintainEvery === 0) void this.maintain().catch(() => {});
    return created;
  }

  /** Packs loose objects where there are many. Safe while others read and write. */
  async maintain(): Promise<void> {
    const settings = ['-c', 'gc.auto=2000', '-c', 'gc.autoDetach=false'];
    await git(this.directory, { args: [...settings, 'gc', '--auto', '--quiet'] });
  }

  [Symbol.dispose](): void {
    this.objects.close();
  }

  /** Stores a commit that no ref points to yet; git keeps such objects for at least two weeks. */
  async #import(commit: Omit<IndexCommit, 'parent'> & { parent: string | null }) {
    const args = ['fast-import', '--quiet', '--done', '--date-format=raw'];
    const printed = await git(this.directory, { args, input: renderImport({ root, ...commit }) });
    return printed.toString('utf8').trim();
  }

  async #swap(created: string, parent: string): Promise<void> {
    const args = ['update-ref', '--no-deref', branch, created, parent];
    for (let attempt = 0; ; attempt += 1) {
      const { exitCode, stderr } = await runGit(this.directory, { args });
      if (exitCode === 0) return;
      if (attempt >= 100 || !/Unable to create .*\.lock/s.test(stderr)) {
        if (/but expected|reference already exists|unable to resolve/.test(stderr))
          throw conflict();
        throw gitFailed(args, stderr);
      }
      await this.#removeStaleLock();
      await setTimeout(20 + Math.random() * 80);
    }
  }

  /**
   * Removes the lock of a killed process. A ref is locked for milliseconds only, so that an old lock is
   * stale.
   */
  async #removeStaleLock(): Promise<void> {
    const lock = join(this.directory, `${branch}.lock`);
    const facts = await stat(lock).catch(() => null);
    if (facts !== null && Date.now() - facts.mtimeMs > 5000) await rm(lock, { force: true });
  }

  async #commitFirst(files: ReadonlyMap<string, string>): Promise<void> {
    const created = await this.#import({
      parent: null,
      changes: [...files].map(([path, content]) => ({ path, content })),
      message: 'Create the index\n',
      at: new Date(),
    });
    await this.#swap(created, '0'.repeat(created.length)).catch((error: unknown) => {
      // another process created the index at the same time: its first commit is used
      if (!(error instanceof RegistryError && error.code === 'index-conflict')) throw error;
    });
  }

  async #readHead(): Promise<string | null> {
    const loose = await readFile(join(this.directory, branch), 'utf8').catch(() => '');
    if (/^[0-9a-f]{40,64}\n$/.test(loose)) return loose.trim();
    const { exitCode, stdout } = await runGit(this.directory, {
      args: ['rev-parse', '--verify', '--quiet', branch],
    });
    return exitCode === 0 ? stdout.toString('utf8').trim() : null;
  }

  async #listEntries(commit: string): Promise<string[]> {
    const args = ['ls-tree', '-r', '-z', '--name-only', commit, '--', `${root}/extensions/`];
    return splitPaths(await git(this.directory, { args }));
  }
}

function splitPaths(listed: Buffer): string[] {
  const paths = listed.toString('utf8').split('\0');
  return paths.filter((path) => path !== '').map((path) => path.slice(root.length + 1));
}

/** The name of the extension whose entry is at a path of the index. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.json$/, '');
}

function conflict(): RegistryError {
  return new RegistryError('index-conflict', 'Someone else committed to the index first', {
    hint: 'Try again.',
  });
}
