import { requireRepository } from '../http/access.ts';
import { paginate } from '../http/paginate.ts';
import { requirePull } from '../http/require-pull.ts';
import { json, route } from '../http/route.ts';
import { toIssue } from '../views/to-issue.ts';

const toRead = { permission: 'issues', level: 'read' } as const;

/** Pull requests as the issues that they are, too; there are no others. */
export const issueRoutes = [
  route('GET /repos/{owner}/{repo}/issues', (call) => {
    const { pulls } = requireRepository(call, toRead);
    const state = call.url.searchParams.get('state') ?? 'open';
    const labels = (call.url.searchParams.get('labels') ?? '').split(',').filter(Boolean);
    const found = pulls
      .filter((pull) => state === 'all' || pull.state === state)
      .filter((pull) => labels.every((name) => pull.labels.some((one) => one.name === name)));
    return paginate(call, found.toReversed(), (pull) => toIssue(call.world, pull));
  }),
  route('GET /repos/{owner}/{repo}/issues/{issue_number}', async (call) =>
    json(toIssue(call.world, await requirePull(call, toRead))),
  ),
];
