import { type Static, Type } from 'typebox';
import { checkWorkflowScope } from '../actions/check-workflow-scope.ts';
import { followRefMove } from '../actions/move-ref.ts';
import { findEntry, listTree, type TreeEntry } from '../git/list-tree.ts';
import { readBlob, writeBlob } from '../git/objects.ts';
import { readCommit } from '../git/read-commit.ts';
import { readRef, resolveCommit, updateRef } from '../git/refs.ts';
import { writeCommit } from '../git/write-commit.ts';
import { writeTree } from '../git/write-tree.ts';
import { isRaw } from '../http/accepts.ts';
import { requireToken } from '../http/access.ts';
import { GitHubError, notFound } from '../http/github-error.ts';
import { readBody } from '../http/read-body.ts';
import { requireGit, toWrite } from '../http/require-git.ts';
import { type Call, json, param, route } from '../http/route.ts';
import { Person, signatureOf } from '../http/signature.ts';
import type { Repository } from '../state/repository.ts';
import { toGitCommit } from '../views/to-commit.ts';
import { toContent } from '../views/to-content.ts';

const Change = Type.Object({
  message: Type.String(),
  branch: Type.Optional(Type.String()),
  sha: Type.Optional(Type.String()),
  author: Type.Optional(Person),
  committer: Type.Optional(Person),
});
const Put = Type.Object({ ...Change.properties, content: Type.String() });
const Delete = Type.Object({ ...Change.properties, sha: Type.String() });

/** Files, and the commits that change one. */
export const contentRoutes = [
  route('GET /repos/{owner}/{repo}/contents/{path}', async (call) => {
    const repository = await requireGit(call);
    const { directory } = repository;
    const path = param(call, 'path').replace(/\/+$/, '');
    const ref = call.url.searchParams.get('ref') ?? 'main';
    const commit = await resolveCommit(directory, ref);
    if (commit === null) throw new GitHubError(404, `No commit found for the ref ${ref}`);
    const found = await findEntry(directory, commit, path);
    if (found === null) throw notFound();
    const of = { repository, ref };
    if (found.type === 'tree') {
      const children = ((await listTree(directory, found.sha)) ?? []).map((child) => ({
        ...child,
        path: `${path}/${child.path}`,
      }));
      return json(children.map((entry) => toContent(call.world, { ...of, entry })));
    }
    const bytes = (await readBlob(directory, found.sha)) ?? Buffer.alloc(0);
    if (isRaw(call)) return { status: 200, bytes };
    return json(toContent(call.world, { ...of, entry: found, bytes }));
  }),
  route('PUT /repos/{owner}/{repo}/contents/{path}', async (call) => {
    const repository = await requireGit(call, toWrite);
    const body = readBody(call, Put);
    const bytes = Buffer.from(body.content, 'base64');
    const sha = await writeBlob(repository.directory, bytes);
    const { before, commit } = await commitFile(call, { repository, body, sha });
    const entry = { path: param(call, 'path'), mode: '100644', type: 'blob', sha } as const;
    const of = { repository, ref: body.branch ?? 'main', bytes };
    const content = toContent(call.world, { ...of, entry: { ...entry, size: bytes.length } });
    return json({ content, commit }, before === null ? 201 : 200);
  }),
  route('DELETE /repos/{owner}/{repo}/contents/{path}', async (call) => {
    const repository = await requireGit(call, toWrite);
    const body = readBody(call, Delete);
    const { commit } = await commitFile(call, { repository, body, sha: null });
    return json({ content: null, commit });
  }),
];

/** Commits a file's new blob to a branch, or its removal, where it is what the request says it is. */
async function commitFile(
  call: Call,
  change: { repository: Repository; body: Static<typeof Change>; sha: string | null },
) {
  const { repository, body, sha } = change;
  const { directory } = repository;
  const { world } = call;
  const path = param(call, 'path');
  const name = `refs/heads/${body.branch ?? 'main'}`;
  const parent = await readRef(directory, name);
  if (parent === null) throw new GitHubError(404, `Branch ${body.branch ?? 'main'} not found`);
  const before = await findEntry(directory, parent, path);
  requireSame(path, { before, told: body.sha, removed: sha === null });
  const tree = await writeTree(directory, {
    base: parent,
    entries: [{ path, mode: before?.mode ?? '100644', sha }],
    index: world.nextFile(),
  });
  if (tree === null) throw new GitHubError(422, 'path contains a malformed path component');
  const token = requireToken(call);
  const author = signatureOf(world, token.account, body.author);
  const committer =
    body.committer === undefined ? author : signatureOf(world, token.account, body.committer);
  const { message } = body;
  const after = await writeCommit(directory, {
    tree,
    parents: [parent],
    message,
    author,
    committer,
  });
  await checkWorkflowScope(token, { directory, after });
  if (!(await updateRef(directory, { name, before: parent, after }))) {
    throw new GitHubError(409, `${name} is at another commit but expected ${parent}`);
  }
  const cause = { repository, token, account: token.account };
  await followRefMove(world, cause, { name, before: parent, after });
  const commit = await readCommit(directory, after);
  if (commit === null) throw new Error('a commit that was written is not there');
  return { before, commit: toGitCommit(world, { repository, commit }) };
}

function requireSame(
  path: string,
  {
    before,
    told,
    removed,
  }: { before: TreeEntry | null; told: string | undefined; removed: boolean },
): void {
  if (before === null) {
    if (removed || told !== undefined) throw notFound();
    return;
  }
  if (told === undefined) throw new GitHubError(422, 'Invalid request.\n\n"sha" wasn\'t supplied.');
  if (told !== before.sha) throw new GitHubError(409, `${path} does not match ${told}`);
}
