import { entryPath, type IndexEntry, serializeEntry } from '@orchestra/core';
import { type FileChange, GitIndex } from '@orchestra/registry';
import { makeFolder, runProcess, type TemporaryFolder } from '@orchestra/testkit';

/** An index in a temporary folder, with what a test does to it most. */
export interface TestIndex extends AsyncDisposable {
  index: GitIndex;
  folder: TemporaryFolder;
  /** Path of the bare repository. */
  directory: string;
  /** Writes entries, and removes those given by name. @returns the commit */
  put(...entries: (IndexEntry | string)[]): Promise<string>;
  /** Writes files as they are, by path; null removes. @returns the commit */
  write(files: Record<string, string | null>): Promise<string>;
  /** Puts something other than a file at a path. */
  writeMode(mode: '120000' | '160000', path: string): Promise<void>;
  /** Moves the branch to a commit, as a forced push does. */
  reset(commit: string): Promise<void>;
}

/** Makes an index with entries in it. */
export async function makeIndex(...entries: IndexEntry[]): Promise<TestIndex> {
  const folder = await makeFolder();
  const directory = folder.join('index.git');
  const files = new Map(entries.map((entry) => [pathOf(entry.name), serializeEntry(entry)]));
  const index = await GitIndex.open(directory, { files });
  const git = (args: readonly string[], input = '') =>
    runProcess(['git', `--git-dir=${directory}`, ...args], { input });
  const commit = async (changes: FileChange[]) =>
    index.commit({
      parent: await index.head(),
      changes,
      message: 'Change\n',
      at: new Date('2026-01-02T03:04:05.000Z'),
    });
  return {
    index,
    folder,
    directory,
    put: (...changed) =>
      commit(
        changed.map((entry) =>
          typeof entry === 'string'
            ? { path: pathOf(entry), content: null }
            : { path: pathOf(entry.name), content: serializeEntry(entry) },
        ),
      ),
    write: (changed) =>
      commit(Object.entries(changed).map(([path, content]) => ({ path, content }))),
    writeMode: async (mode, path) => {
      const head = await index.head();
      const content = mode === '160000' ? `${head} ` : 'inline ';
      const data = mode === '160000' ? '' : 'data 11\n/etc/passwd\n';
      await git(
        ['fast-import', '--quiet'],
        `commit refs/heads/main\ncommitter T <t@orchestra.example> 0 +0000\ndata 1\nx\nfrom ${head}\n` +
          `M ${mode} ${content}registry-index/${path}\n${data}\n`,
      );
    },
    reset: async (to) => {
      await git(['update-ref', 'refs/heads/main', to]);
    },
    [Symbol.asyncDispose]: async () => {
      index[Symbol.dispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}

function pathOf(name: string): string {
  return `extensions/${entryPath(name)}`;
}
