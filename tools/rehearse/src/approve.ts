import { Octokit } from 'octokit';
import { setTimeout } from 'node:timers/promises';
import type { World } from './start-world.ts';

/** Does what a person does who decides about a new name: waits until asked, approves, and says so. */
export async function approve({ github, runner, maintainerToken }: World): Promise<void> {
  const octokit = new Octokit({ baseUrl: github.api, auth: maintainerToken });
  const [owner = '', repo = ''] = runner.repository.split('/');
  for (;;) {
    const { data: waiting } = await octokit.rest.issues.listForRepo({
      owner,
      repo,
      labels: 'needs-review',
    });
    for (const { number } of waiting) {
      const pull = { owner, repo, pull_number: number };
      const { data } = await octokit.rest.pulls.get(pull);
      await octokit.rest.pulls.createReview({
        ...pull,
        event: 'APPROVE',
        commit_id: data.head.sha,
      });
      const comment = { owner, repo, issue_number: number, body: '/recheck' };
      await octokit.rest.issues.createComment(comment);
      return;
    }
    await setTimeout(200);
  }
}
