import { Type } from 'typebox';
import { resolveCommit } from '../git/refs.ts';
import { findEntry } from '../git/list-tree.ts';
import { requireToken } from '../http/access.ts';
import { GitHubError, notFound } from '../http/github-error.ts';
import { readBody } from '../http/read-body.ts';
import { requireGit } from '../http/require-git.ts';
import { noContent, param, route } from '../http/route.ts';
import { fullName } from '../state/repository.ts';
import { toRepository } from '../views/to-repository.ts';
import { toUser } from '../views/to-user.ts';

const Dispatch = Type.Object({
  ref: Type.String(),
  inputs: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
});

/** Workflows that are started by hand: what `GITHUB_TOKEN` may start as well. */
export const dispatchRoutes = [
  route('POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches', async (call) => {
    const need = { permission: 'actions', level: 'write', role: 'write' } as const;
    const repository = await requireGit(call, need);
    const { ref, inputs = {} } = readBody(call, Dispatch);
    const { world } = call;
    const commit = await resolveCommit(repository.directory, ref.replace(/^refs\/heads\//, ''));
    if (commit === null) throw new GitHubError(422, `No ref found for: ${ref}`);
    const workflow = `.github/workflows/${param(call, 'workflow_id')}`;
    if ((await findEntry(repository.directory, commit, workflow)) === null) throw notFound();
    world.events.push({
      event: 'workflow_dispatch',
      repository: fullName(repository),
      payload: {
        ref: ref.startsWith('refs/') ? ref : `refs/heads/${ref}`,
        inputs,
        workflow,
        repository: toRepository(world, repository),
        sender: toUser(world, requireToken(call).account),
      },
    });
    return noContent;
  }),
];
