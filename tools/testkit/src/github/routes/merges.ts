import { Type } from 'typebox';
import { mergePull } from '../actions/merge-pull.ts';
import { requireRepository, requireToken } from '../http/access.ts';
import { readBody } from '../http/read-body.ts';
import { requirePull } from '../http/require-pull.ts';
import { json, route } from '../http/route.ts';

const Merge = Type.Object({
  sha: Type.Optional(Type.String()),
  merge_method: Type.Optional(
    Type.Union([Type.Literal('merge'), Type.Literal('squash'), Type.Literal('rebase')]),
  ),
  commit_title: Type.Optional(Type.String()),
  commit_message: Type.Optional(Type.String()),
});

/** The merge of a pull request. */
export const mergeRoutes = [
  route('PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge', async (call) => {
    const pull = await requirePull(call, { permission: 'contents', level: 'write' });
    requireRepository(call, { permission: 'pull_requests', level: 'write', role: 'write' });
    const body = readBody(call, Merge);
    const token = requireToken(call);
    const sha = await mergePull(
      call.world,
      { token, account: token.account },
      {
        pull,
        method: body.merge_method ?? 'merge',
        ...(body.sha === undefined ? {} : { sha: body.sha }),
        ...(body.commit_title === undefined ? {} : { title: body.commit_title }),
        ...(body.commit_message === undefined ? {} : { message: body.commit_message }),
      },
    );
    return json({ sha, merged: true, message: 'Pull Request successfully merged' });
  }),
];
