import { entryPath, type IndexEntry, serializeEntry } from '@orchestra/core';
import { GitIndex } from '@orchestra/registry';
import { makeConfig, makeEntry, makeFolder, runProcess } from '@orchestra/testkit';
import { type GitHub, startGitHub } from '@orchestra/testkit/github';
import { readdir, readFile } from 'node:fs/promises';
import type { OperatorContext } from '../src/context.ts';

/** A registry that is published to by pull requests, in a repository of a GitHub of one's own. */
export interface GitHubRegistry extends AsyncDisposable {
  github: GitHub;
  /** What commands run with that look after it. */
  context: OperatorContext;
  /** Id of the account `tidewater`, who owns tide-table. */
  ownerId: number;
  /** Id of `tidewater/tables`, from which tide-table is published. */
  sourceId: number;
  /** The index as GitHub has it. */
  index: GitIndex;
  /** The message of the newest commit there. */
  lastMessage(): Promise<string>;
  /** How many lines it added to which file, and took away: `1\t0\tregistry-index/cleared.json\n`. */
  lastChange(): Promise<string>;
}

/** The repository of the registry. */
export const repository = 'harbor/registry';

const projectIndex = new URL('../../../registry-index/', import.meta.url);

/** Starts a GitHub with a registry in it, which has published tide-table 1.0.0. */
export async function makeGitHubRegistry(): Promise<GitHubRegistry> {
  await using making = new AsyncDisposableStack();
  const github = making.use(await startGitHub());
  const folder = making.use(await makeFolder());
  await github.addUser('harbor', { type: 'Organization' });
  const { id: ownerId } = await github.addUser('tidewater');
  await github.addUser('paper-lantern');
  const { id: sourceId } = await github.addRepository('tidewater/tables');
  const entry = makeOwned({ ownerId, sourceId });
  const files = await indexFiles({
    [`extensions/${entryPath(entry.name)}`]: serializeEntry(entry),
  });
  const { directory } = await github.addRepository(repository, { files });
  const index = await GitIndex.openExisting(directory);
  if (index === null) throw new Error('expected a repository');
  making.defer(() => index[Symbol.dispose]());
  const permissions = { contents: 'write', pull_requests: 'read', metadata: 'read' } as const;
  const token = github.addToken('harbor', {
    kind: 'installation',
    repositories: [repository],
    permissions,
  });
  const made = making.move();
  return {
    github,
    ownerId,
    sourceId,
    index,
    lastMessage: async () => {
      const answer = await fetch(`${github.api}/repos/${repository}/commits/main`);
      const commit: unknown = await answer.json();
      return String(Reflect.get(Object(Reflect.get(Object(commit), 'commit')), 'message'));
    },
    lastChange: async () => {
      const diff = ['diff', '--numstat', 'main~1', 'main'];
      return (await runProcess(['git', `--git-dir=${directory}`, ...diff])).stdout;
    },
    context: {
      data: folder.join('operator'),
      repository: `${github.web}/${repository}.git`,
      github: { api: github.api, token },
      databaseUrl: undefined,
      cwd: folder.path,
      as: undefined,
      now: () => new Date('2026-05-01T12:00:00.000Z'),
      onProgress: () => {},
    },
    [Symbol.asyncDispose]: () => made.disposeAsync(),
  };
}

function makeOwned({ ownerId, sourceId }: { ownerId: number; sourceId: number }): IndexEntry {
  const version = {
    version: '1.0.0',
    sha256: 'a'.repeat(64),
    size: 10,
    unpackedSize: 10,
    engines: {},
    permissions: [],
    publishedAt: '2026-01-01T00:00:00.000Z',
    docs: {},
    status: 'live' as const,
  };
  return {
    ...makeEntry({ name: 'tide-table', compat: 'native' }, [version]),
    owners: [{ provider: 'github', id: ownerId, login: 'tidewater' }],
    source: { repositoryId: sourceId, repository: 'tidewater/tables' },
  };
}

async function indexFiles(more: Record<string, string>): Promise<Record<string, string>> {
  const config = makeConfig({
    publish: { via: 'pull-request', repository, clientId: 'unused' },
  });
  const names = (await readdir(projectIndex)).filter((name) => name.endsWith('.json'));
  const curated = await Promise.all(
    names.map(async (name) => [name, await readFile(new URL(name, projectIndex), 'utf8')] as const),
  );
  const files = { ...Object.fromEntries(curated), 'config.json': JSON.stringify(config), ...more };
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [`registry-index/${path}`, text]),
  );
}
