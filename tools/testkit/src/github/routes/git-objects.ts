import { Type } from 'typebox';
import { listTree } from '../git/list-tree.ts';
import { peel } from '../git/loose-objects.ts';
import { readBlob, typeOf, writeBlob } from '../git/objects.ts';
import { readCommit } from '../git/read-commit.ts';
import { resolveCommit } from '../git/refs.ts';
import { writeCommit } from '../git/write-commit.ts';
import { writeTree } from '../git/write-tree.ts';
import { requireToken } from '../http/access.ts';
import { GitHubError, notFound } from '../http/github-error.ts';
import { readBody } from '../http/read-body.ts';
import { requireGit, toWrite } from '../http/require-git.ts';
import { json, param, route } from '../http/route.ts';
import { Person, signatureOf } from '../http/signature.ts';
import { isRaw } from '../http/accepts.ts';
import type { Repository } from '../state/repository.ts';
import type { World } from '../state/world.ts';
import { nodeId } from '../views/node-id.ts';
import { toGitCommit } from '../views/to-commit.ts';
import { repositoryUrl } from '../views/to-repository.ts';

const NewBlob = Type.Object({
  content: Type.String(),
  encoding: Type.Optional(Type.Union([Type.Literal('utf-8'), Type.Literal('base64')])),
});

const NewTree = Type.Object({
  base_tree: Type.Optional(Type.String()),
  tree: Type.Array(
    Type.Object({
      path: Type.String(),
      mode: Type.Union(
        ['100644', '100755', '040000', '160000', '120000'].map((mode) => Type.Literal(mode)),
      ),
      type: Type.Optional(Type.String()),
      sha: Type.Optional(Type.Union([Type.String(), Type.Null()])),
      content: Type.Optional(Type.String()),
    }),
  ),
});

const NewCommit = Type.Object({
  message: Type.String(),
  tree: Type.String(),
  parents: Type.Optional(Type.Array(Type.String())),
  author: Type.Optional(Person),
  committer: Type.Optional(Person),
});

/** Blobs, trees and commits of the git database. */
export const gitObjectRoutes = [
  route('GET /repos/{owner}/{repo}/git/blobs/{file_sha}', async (call) => {
    const repository = await requireGit(call);
    const sha = param(call, 'file_sha');
    const bytes = await readBlob(repository.directory, sha);
    if (bytes === null) throw notFound();
    if (isRaw(call)) return { status: 200, bytes };
    const encoded = { content: bytes.toString('base64'), encoding: 'base64', size: bytes.length };
    return json({ ...named(call.world, repository, sha), ...encoded });
  }),
  route('POST /repos/{owner}/{repo}/git/blobs', async (call) => {
    const repository = await requireGit(call, toWrite);
    const { content, encoding } = readBody(call, NewBlob);
    const bytes = Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8');
    const sha = await writeBlob(repository.directory, bytes);
    return json({ sha, url: named(call.world, repository, sha).url }, 201);
  }),
  route('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', async (call) => {
    const repository = await requireGit(call);
    const asked = param(call, 'tree_sha');
    const recursive = call.url.searchParams.has('recursive');
    const root = (await resolveCommit(repository.directory, asked)) ?? asked;
    const sha = await peel(repository.directory, { sha: root, to: 'tree' });
    if (sha === null) throw notFound();
    return json(await toTree(call.world, repository, { sha, recursive }));
  }),
  route('POST /repos/{owner}/{repo}/git/trees', async (call) => {
    const repository = await requireGit(call, toWrite);
    const body = readBody(call, NewTree);
    const { directory } = repository;
    const base = body.base_tree ?? null;
    if (base !== null && (await typeOf(directory, base)) === null) {
      throw new GitHubError(404, 'Not Found');
    }
    const entries: { path: string; mode: string; sha: string | null }[] = [];
    for (const { path, mode, sha, content } of body.tree) {
      if (sha === undefined && content === undefined) {
        throw new GitHubError(422, 'Must supply either tree.sha or tree.content');
      }
      const written =
        content === undefined ? sha : await writeBlob(directory, Buffer.from(content));
      entries.push({ path, mode, sha: written ?? null });
    }
    const sha = await writeTree(directory, { base, entries, index: call.world.nextFile() });
    if (sha === null) throw new GitHubError(422, 'tree.path contains a malformed path component');
    return json(await toTree(call.world, repository, { sha, recursive: false }), 201);
  }),
  route('GET /repos/{owner}/{repo}/git/commits/{commit_sha}', async (call) => {
    const repository = await requireGit(call);
    const commit = await readCommit(repository.directory, param(call, 'commit_sha'));
    if (commit === null) throw notFound();
    return json(toGitCommit(call.world, { repository, commit }));
  }),
  route('POST /repos/{owner}/{repo}/git/commits', async (call) => {
    const repository = await requireGit(call, toWrite);
    const body = readBody(call, NewCommit);
    const { directory } = repository;
    if ((await typeOf(directory, body.tree)) !== 'tree') {
      throw new GitHubError(422, 'Tree SHA does not exist');
    }
    for (const parent of body.parents ?? []) {
      if ((await typeOf(directory, parent)) === 'commit') continue;
      throw new GitHubError(422, 'Parent SHA does not exist or is not a commit object');
    }
    const author = signatureOf(call.world, requireToken(call).account, body.author);
    const committer =
      body.committer === undefined
        ? author
        : signatureOf(call.world, requireToken(call).account, body.committer);
    const { message, tree, parents = [] } = body;
    const sha = await writeCommit(directory, { message, tree, parents, author, committer });
    const commit = await readCommit(directory, sha);
    if (commit === null) throw new Error('a commit that was written is not there');
    return json(toGitCommit(call.world, { repository, commit }), 201);
  }),
];

function named(world: World, repository: Repository, sha: string) {
  const url = `${repositoryUrl(world, repository)}/git/blobs/${sha}`;
  return { sha, node_id: nodeId('Blob', sha), url };
}

async function toTree(
  world: World,
  repository: Repository,
  { sha, recursive }: { sha: string; recursive: boolean },
) {
  const base = `${repositoryUrl(world, repository)}/git`;
  const entries = (await listTree(repository.directory, sha, { recursive })) ?? [];
  const tree = entries.map((entry) => ({
    path: entry.path,
    mode: entry.mode,
    type: entry.type,
    sha: entry.sha,
    ...(entry.size === null ? {} : { size: entry.size }),
    url: `${base}/${entry.type}s/${entry.sha}`,
  }));
  return { sha, url: `${base}/trees/${sha}`, tree, truncated: false };
}
