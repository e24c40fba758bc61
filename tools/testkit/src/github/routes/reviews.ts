import { Type } from 'typebox';
import { tell } from '../events/tell.ts';
import { requireToken } from '../http/access.ts';
import { GitHubError, notFound } from '../http/github-error.ts';
import { paginate } from '../http/paginate.ts';
import { readBody } from '../http/read-body.ts';
import { requirePull } from '../http/require-pull.ts';
import { type Call, json, param, route } from '../http/route.ts';
import type { Review } from '../state/pull.ts';
import { toPull } from '../views/to-pull.ts';
import { toReview } from '../views/to-review.ts';

const NewReview = Type.Object({
  commit_id: Type.Optional(Type.String()),
  body: Type.Optional(Type.String()),
  event: Type.Union([
    Type.Literal('APPROVE'),
    Type.Literal('REQUEST_CHANGES'),
    Type.Literal('COMMENT'),
  ]),
});

const states = {
  APPROVE: 'APPROVED',
  REQUEST_CHANGES: 'CHANGES_REQUESTED',
  COMMENT: 'COMMENTED',
} as const;

const toWritePull = { permission: 'pull_requests', level: 'write' } as const;

/** Reviews of pull requests. */
export const reviewRoutes = [
  route('GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews', async (call) => {
    const pull = await requirePull(call);
    return paginate(call, pull.reviews, (review) => toReview(call.world, { pull, review }));
  }),
  route('POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews', async (call) => {
    const pull = await requirePull(call, toWritePull);
    const { world } = call;
    const token = requireToken(call);
    const body = readBody(call, NewReview);
    refuseOwn(call, { author: pull.author.id, event: body.event });
    const review: Review = {
      id: world.nextId(),
      author: token.account,
      body: body.body ?? '',
      state: states[body.event],
      commit: body.commit_id ?? pull.head.sha,
      submittedAt: world.now(),
    };
    pull.reviews.push(review);
    const told = toReview(world, { pull, review });
    const cause = { repository: pull.repository, token, account: token.account };
    tell(world, cause, 'pull_request_review', {
      action: 'submitted',
      review: { ...told, state: told.state.toLowerCase() },
      pull_request: toPull(world, pull),
    });
    return json(told);
  }),
  route(
    'PUT /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/dismissals',
    async (call) => {
      const pull = await requirePull(call, { ...toWritePull, role: 'write' });
      readBody(call, Type.Object({ message: Type.String() }));
      const id = Number(param(call, 'review_id'));
      const review = pull.reviews.find((one) => one.id === id);
      if (review === undefined) throw notFound();
      review.state = 'DISMISSED';
      return json(toReview(call.world, { pull, review }));
    },
  ),
];

function refuseOwn(call: Call, { author, event }: { author: number; event: string }): void {
  const token = requireToken(call);
  if (event === 'APPROVE' && token.kind === 'actions') {
    throw new GitHubError(
      403,
      'GitHub Actions is not permitted to create or approve pull requests.',
    );
  }
  if (event === 'COMMENT' || token.account.id !== author) return;
  const what = event === 'APPROVE' ? 'approve' : 'request changes on';
  const errors = [`Can not ${what} your own pull request`];
  throw new GitHubError(422, 'Unprocessable Entity', { errors });
}
