import { Type } from 'typebox';
import { checkWorkflowScope } from '../actions/check-workflow-scope.ts';
import { followRefMove } from '../actions/move-ref.ts';
import { isAncestor } from '../git/list-commits.ts';
import { isRefName, listRefs, noObject, readRef, type Ref, updateRef } from '../git/refs.ts';
import { typeOf } from '../git/objects.ts';
import { requireToken } from '../http/access.ts';
import { GitHubError, notFound } from '../http/github-error.ts';
import { readBody } from '../http/read-body.ts';
import { requireGit, toWrite } from '../http/require-git.ts';
import { type Call, json, noContent, param, route } from '../http/route.ts';
import type { Repository } from '../state/repository.ts';
import type { World } from '../state/world.ts';
import { nodeId } from '../views/node-id.ts';
import { repositoryUrl } from '../views/to-repository.ts';

const sha = Type.String({ pattern: '^[0-9a-f]{40}$' });
const NewRef = Type.Object({ ref: Type.String(), sha });
const RefChange = Type.Object({ sha, force: Type.Optional(Type.Boolean()) });

/** Branches and tags as refs of the git database. */
export const refRoutes = [
  route('GET /repos/{owner}/{repo}/git/ref/{ref}', async (call) => {
    const repository = await requireGit(call);
    const name = `refs/${param(call, 'ref')}`;
    const found = (await listRefs(repository.directory, name)).find((ref) => ref.name === name);
    if (found === undefined) throw notFound();
    return json(toRef(call.world, repository, found));
  }),
  route('GET /repos/{owner}/{repo}/git/matching-refs/{ref}', async (call) => {
    const repository = await requireGit(call);
    const found = await listRefs(repository.directory, `refs/${param(call, 'ref')}`);
    return json(found.map((ref) => toRef(call.world, repository, ref)));
  }),
  route('POST /repos/{owner}/{repo}/git/refs', async (call) => {
    const repository = await requireGit(call, toWrite);
    const body = readBody(call, NewRef);
    const { directory } = repository;
    if (!/^refs\/(?:heads|tags)\/./.test(body.ref) || !(await isRefName(directory, body.ref))) {
      throw new GitHubError(422, 'Reference name is invalid');
    }
    const type = await requireObject(directory, body);
    await checkWorkflowScope(requireToken(call), { directory, after: body.sha });
    const change = { name: body.ref, before: noObject, after: body.sha };
    if (!(await updateRef(directory, change))) {
      throw new GitHubError(422, 'Reference already exists');
    }
    await followRefMove(call.world, causeOf(call, repository), { ...change, before: null });
    return json(toRef(call.world, repository, { name: body.ref, sha: body.sha, type }), 201);
  }),
  route('PATCH /repos/{owner}/{repo}/git/refs/{ref}', async (call) => {
    const repository = await requireGit(call, toWrite);
    const body = readBody(call, RefChange);
    const { directory } = repository;
    const name = `refs/${param(call, 'ref')}`;
    const before = await requireRef(directory, name);
    const type = await requireObject(directory, body);
    if (body.force !== true && !(await isAncestor(directory, before, body.sha))) {
      throw new GitHubError(422, 'Update is not a fast forward');
    }
    await checkWorkflowScope(requireToken(call), { directory, after: body.sha });
    if (!(await updateRef(directory, { name, before, after: body.sha }))) {
      throw new GitHubError(409, 'Reference cannot be updated');
    }
    const move = { name, before, after: body.sha };
    await followRefMove(call.world, causeOf(call, repository), move);
    return json(toRef(call.world, repository, { name, sha: body.sha, type }));
  }),
  route('DELETE /repos/{owner}/{repo}/git/refs/{ref}', async (call) => {
    const repository = await requireGit(call, toWrite);
    const name = `refs/${param(call, 'ref')}`;
    const before = await requireRef(repository.directory, name);
    await updateRef(repository.directory, { name, before, after: null });
    await followRefMove(call.world, causeOf(call, repository), { name, before, after: null });
    return noContent;
  }),
];

async function requireRef(directory: string, name: string): Promise<string> {
  const found = await readRef(directory, name);
  if (found === null) throw new GitHubError(422, 'Reference does not exist');
  return found;
}

async function requireObject(directory: string, body: { sha: string }): Promise<Ref['type']> {
  const type = await typeOf(directory, body.sha);
  if (type === 'commit' || type === 'tag' || type === 'blob' || type === 'tree') return type;
  throw new GitHubError(422, 'Object does not exist');
}

function causeOf(call: Call, repository: Repository) {
  const token = requireToken(call);
  return { repository, token, account: token.account };
}

function toRef(world: World, repository: Repository, ref: Ref) {
  const base = `${repositoryUrl(world, repository)}/git`;
  return {
    ref: ref.name,
    node_id: nodeId('Ref', ref.name),
    url: `${base}/${ref.name}`,
    object: { sha: ref.sha, type: ref.type, url: `${base}/${ref.type}s/${ref.sha}` },
  };
}
