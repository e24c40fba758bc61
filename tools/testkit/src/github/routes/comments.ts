import { Type } from 'typebox';
import { tell } from '../events/tell.ts';
import { requireRepository, requireToken } from '../http/access.ts';
import { GitHubError, notFound } from '../http/github-error.ts';
import { paginate } from '../http/paginate.ts';
import { readBody } from '../http/read-body.ts';
import { requirePull } from '../http/require-pull.ts';
import { type Call, json, noContent, param, route } from '../http/route.ts';
import type { Comment, Pull } from '../state/pull.ts';
import { listComments } from '../state/repository.ts';
import { toComment } from '../views/to-comment.ts';
import { toIssue } from '../views/to-issue.ts';

/** GitHub takes no longer text. */
const longest = 65_536;

const Body = Type.Object({ body: Type.String({ minLength: 1 }) });
const toRead = { permission: 'issues', level: 'read' } as const;
const toWrite = { permission: 'issues', level: 'write' } as const;

/** Comments of pull requests. */
export const commentRoutes = [
  route('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', async (call) => {
    const pull = await requirePull(call, toRead);
    return paginate(call, pull.comments, (comment) => toComment(call.world, { pull, comment }));
  }),
  route('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', async (call) => {
    const pull = await requirePull(call, toWrite);
    const { world } = call;
    const token = requireToken(call);
    const comment: Comment = {
      id: world.nextId(),
      author: token.account,
      body: readText(call),
      createdAt: world.now(),
      updatedAt: world.now(),
      byApp: token.kind === 'installation',
    };
    pull.comments.push(comment);
    pull.updatedAt = world.now();
    tellComment(call, 'created', { pull, comment });
    return json(toComment(world, { pull, comment }), 201);
  }),
  route('GET /repos/{owner}/{repo}/issues/comments/{comment_id}', (call) => {
    requireRepository(call, toRead);
    return json(toComment(call.world, requireComment(call)));
  }),
  route('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', (call) => {
    const found = requireOwnComment(call);
    const before = found.comment.body;
    found.comment.body = readText(call);
    found.comment.updatedAt = call.world.now();
    tellComment(call, 'edited', { ...found, changes: { body: { from: before } } });
    return json(toComment(call.world, found));
  }),
  route('DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}', (call) => {
    const found = requireOwnComment(call);
    const { comments } = found.pull;
    comments.splice(comments.indexOf(found.comment), 1);
    tellComment(call, 'deleted', found);
    return noContent;
  }),
];

function readText(call: Call): string {
  const { body } = readBody(call, Body);
  if (body.length <= longest) return body;
  throw new GitHubError(
    422,
    `Validation Failed: body is too long (maximum is ${longest} characters)`,
  );
}

function requireComment(call: Call): { pull: Pull; comment: Comment } {
  const id = Number(param(call, 'comment_id'));
  const repository = requireRepository(call, toRead);
  const found = listComments(repository).find(({ comment }) => comment.id === id);
  if (found === undefined) throw notFound();
  return found;
}

/** A comment of whoever asks; those of others only who may write to the repository changes. */
function requireOwnComment(call: Call) {
  requireRepository(call, toWrite);
  const found = requireComment(call);
  if (found.comment.author.id !== requireToken(call).account.id) {
    requireRepository(call, { ...toWrite, role: 'write' });
  }
  return found;
}

function tellComment(
  call: Call,
  action: string,
  found: { pull: Pull; comment: Comment; changes?: object },
): void {
  const token = requireToken(call);
  const { world } = call;
  const cause = { repository: found.pull.repository, token, account: token.account };
  tell(world, cause, 'issue_comment', {
    action,
    ...(found.changes === undefined ? {} : { changes: found.changes }),
    issue: toIssue(world, found.pull),
    comment: toComment(world, found),
  });
}
