import type { CheckRun, Repository } from '../state/repository.ts';
import type { World } from '../state/world.ts';
import { nodeId } from './node-id.ts';
import { toApp } from './to-app.ts';
import { repositoryPage, repositoryUrl } from './to-repository.ts';

/** A check of a commit as answers tell it. */
export function toCheckRun(
  world: World,
  { repository, run }: { repository: Repository; run: CheckRun },
) {
  const url = `${repositoryUrl(world, repository)}/check-runs/${run.id}`;
  const page = `${repositoryPage(world, repository)}/runs/${run.id}`;
  return {
    id: run.id,
    node_id: nodeId('CheckRun', run.id),
    head_sha: run.headSha,
    external_id: run.externalId,
    url,
    html_url: page,
    details_url: run.detailsUrl ?? page,
    status: run.status,
    conclusion: run.conclusion,
    started_at: run.startedAt,
    completed_at: run.completedAt,
    name: run.name,
    output: { ...run.output, annotations_count: 0, annotations_url: `${url}/annotations` },
    check_suite: { id: run.id },
    app: toApp(world),
    pull_requests: [],
  };
}
