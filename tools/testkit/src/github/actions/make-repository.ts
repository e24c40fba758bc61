import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeBlob } from '../git/objects.ts';
import { updateRef } from '../git/refs.ts';
import { writeCommit } from '../git/write-commit.ts';
import { writeTree } from '../git/write-tree.ts';
import { workflowHook } from './check-workflow-scope.ts';
import type { Account } from '../state/account.ts';
import type { Repository } from '../state/repository.ts';
import type { World } from '../state/world.ts';

/** Who may push is decided before git is asked; pull requests' refs are GitHub's own. */
const settings = `[core]
	repositoryformatversion = 0
	bare = true
[http]
\treceivepack = true
[receive]
\thideRefs = refs/pull
[uploadpack]
\tallowAnySHA1InWant = true
\tallowFilter = true
`;

/** Makes an empty repository, in git and in what GitHub knows. */
export async function makeRepository(
  world: World,
  about: { owner: Account; name: string; private?: boolean; parent?: Repository },
): Promise<Repository> {
  const id = world.nextId();
  const parent = about.parent ?? null;
  const repository: Repository = {
    id,
    name: about.name,
    owner: about.owner,
    private: about.private ?? false,
    directory: join(world.settings.folder, 'repositories', `${id}.git`),
    parent,
    ready: parent === null,
    createdAt: world.now(),
    pushedAt: world.now(),
    collaborators: new Map(),
    labels: [],
    pulls: [],
    releases: [],
    checkRuns: [],
    statuses: [],
  };
  const { directory } = repository;
  await initialize(directory, parent);
  world.repositories.push(repository);
  return repository;
}

/** Makes a bare git repository; a fork shares the objects of what it was forked from, as on GitHub. */
async function initialize(directory: string, parent: Repository | null): Promise<void> {
  for (const folder of ['hooks', 'refs/heads', 'refs/tags'])
    await mkdir(join(directory, folder), { recursive: true });
  const objects = join(directory, 'objects');
  if (parent === null) await mkdir(objects);
  else await symlink(join(parent.directory, 'objects'), objects, 'junction');
  await writeFile(join(directory, 'HEAD'), 'ref: refs/heads/main\n');
  await writeFile(join(directory, 'config'), settings);
  await writeFile(join(directory, 'hooks/pre-receive'), workflowHook, { mode: 0o755 });
}

/** Puts a first commit with some files on the `main` of an empty repository. */
export async function writeFirstCommit(
  world: World,
  repository: Repository,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  const { directory, owner } = repository;
  const entries = await Promise.all(
    Object.entries(files).map(async ([path, text]) => {
      return { path, mode: '100644', sha: await writeBlob(directory, Buffer.from(text)) };
    }),
  );
  const tree = await writeTree(directory, { base: null, entries, index: world.nextFile() });
  if (tree === null) throw new Error('git refuses the path of a file');
  const signature = { name: owner.login, email: owner.email, date: world.now() };
  const commit = {
    tree,
    parents: [],
    message: 'First files',
    author: signature,
    committer: signature,
  };
  const after = await writeCommit(directory, commit);
  await updateRef(directory, { name: 'refs/heads/main', after });
}
