import { openGitHub, requireRepositoryName } from '@orchestra/github';
import { setTimeout } from 'node:timers/promises';
import { reachGitHub } from './reach-github.ts';
import type { World } from './start-world.ts';

/** Acts as the person who decides on a new name: waits for the request, approves, and comments. */
export async function approve({ github, runner, maintainerToken }: World): Promise<void> {
  const { rest } = openGitHub({ ...reachGitHub(github.api), token: maintainerToken });
  const repository = requireRepositoryName(runner.repository);
  for (;;) {
    const { data: waiting } = await rest.issues.listForRepo({
      ...repository,
      labels: 'needs-review',
    });
    for (const { number } of waiting) {
      const pull = { ...repository, pull_number: number };
      const { data } = await rest.pulls.get(pull);
      await rest.pulls.createReview({
        ...pull,
        event: 'APPROVE',
        commit_id: data.head.sha,
      });
      const comment = { ...repository, issue_number: number, body: '/recheck' };
      await rest.issues.createComment(comment);
      return;
    }
    await setTimeout(200);
  }
}
