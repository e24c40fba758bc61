import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { ServiceError } from '../services/service-error.ts';

/** A commit of a test's repository: what it writes, all of it is committed. */
export interface ScriptedCommit {
  message: string;
  files?: Record<string, string | Uint8Array> | undefined;
  /** `Ada <ada@tide.example>`, or a name alone. */
  author?: string | undefined;
  /** ISO time. */
  date?: string | undefined;
}

const run = promisify(execFile);

/** The folders of one test: a workspace, a home, and what a host keeps; they are gone with it. */
export class TestWorld {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async make(): Promise<TestWorld> {
    const world = new TestWorld(await realpath(await mkdtemp(join(tmpdir(), 'orchestra-test-'))));
    await Promise.all([mkdir(world.workspace), mkdir(join(world.folder, 'home'))]);
    await writeFile(
      join(world.folder, 'home/.gitconfig'),
      '[user]\n  name = Test\n  email = test@localhost\n[init]\n  defaultBranch = main\n',
    );
    return world;
  }

  get workspace(): string {
    return join(this.folder, 'workspace');
  }

  /** Where settings, values and secrets are kept. */
  get data(): string {
    return join(this.folder, 'data');
  }

  /** Of programs of the host: the paths of this process, and nothing else of it. */
  env(path: string | undefined): Record<string, string | undefined> {
    return { PATH: path, HOME: join(this.folder, 'home'), GIT_CONFIG_NOSYSTEM: '1' };
  }

  /** Writes files into the workspace, by path; null removes one. */
  async write(files: Readonly<Record<string, string | Uint8Array | null>>): Promise<void> {
    for (const [path, content] of Object.entries(files)) {
      const target = this.find(path);
      if (content === null) await rm(target, { recursive: true, force: true });
      else {
        await mkdir(dirname(target), { recursive: true });
        await writeFile(target, content);
      }
    }
  }

  /** A file of the workspace as text; undefined where there is none. */
  async read(path: string): Promise<string | undefined> {
    return readFile(this.find(path), 'utf8').catch(() => undefined);
  }

  /** Files of the workspace by path, but for those of git. */
  async list(): Promise<string[]> {
    const entries = await readdir(this.workspace, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => relative(this.workspace, join(entry.parentPath, entry.name)))
      .map((path) => path.replaceAll(sep, '/'))
      .filter((path) => !path.startsWith('.git/'))
      .toSorted();
  }

  /** Makes the workspace a repository, and adds commits to it. */
  async commit(commits: readonly ScriptedCommit[], path: string | undefined): Promise<void> {
    const env = this.env(path);
    const git = (args: string[], more: Record<string, string> = {}) =>
      run('git', args, { cwd: this.workspace, env: { ...env, ...more } });
    await git(['init', '-q']);
    for (const { message, files = {}, author = 'Test', date } of commits) {
      await this.write(files);
      await git(['add', '-A']);
      const whose = author.includes('<') ? author : `${author} <test@localhost>`;
      const dates = date === undefined ? {} : { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
      await git(['commit', '-q', '--allow-empty', '-m', message, `--author=${whose}`], dates);
    }
  }

  /** @throws ServiceError `outside-workspace` */
  find(path: string): string {
    const found = resolve(this.workspace, path);
    if (found.startsWith(`${this.workspace}${sep}`)) return found;
    throw new ServiceError(
      'outside-workspace',
      `'${path}' is outside of the workspace of the test`,
    );
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}
