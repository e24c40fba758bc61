import type { Cause } from '../events/cause.ts';
import { tellPull } from '../events/tell-pull.ts';
import { countCommits } from '../git/list-commits.ts';
import { readRef, updateRef } from '../git/refs.ts';
import { GitHubError, invalid } from '../http/github-error.ts';
import type { Pull } from '../state/pull.ts';
import type { Repository } from '../state/repository.ts';
import type { World } from '../state/world.ts';
import { nameHead } from './refresh-pulls.ts';

/**
 * Opens a pull request.
 *
 * @param about.head `branch`, or `owner:branch` of a fork
 * @throws GitHubError 422 where an end isn't there, nothing differs, or there is one already
 */
export async function openPull(
  world: World,
  cause: Cause,
  about: { title: string; head: string; base: string; body?: string; draft?: boolean },
): Promise<Pull> {
  const { repository, account } = cause;
  const head = await findHead(world, repository, about.head);
  const mayPush = [head.repository, repository].some((one) =>
    ['write', 'admin'].includes(world.roleOf(account, one)),
  );
  if (!mayPush && account.type !== 'Bot') {
    throw invalid('PullRequest', 'head', 'must be a collaborator');
  }
  const baseSha = await readRef(repository.directory, `refs/heads/${about.base}`);
  if (baseSha === null) throw invalid('PullRequest', 'base', 'base is invalid');
  refuseSecond(repository, { head, base: about.base });
  const number = Math.max(0, ...repository.pulls.map((one) => one.number)) + 1;
  const pull: Pull = {
    id: world.nextId(),
    number,
    repository,
    author: account,
    title: about.title,
    body: about.body ?? null,
    state: 'open',
    draft: about.draft ?? false,
    head,
    base: { branch: about.base, sha: baseSha },
    labels: [],
    comments: [],
    reviews: [],
    createdAt: world.now(),
    updatedAt: world.now(),
    closedAt: null,
    merged: null,
  };
  repository.pulls.push(pull); // before anything is waited for: numbers are given once
  await nameHead(pull);
  if ((await countCommits(repository.directory, { from: baseSha, to: head.sha })) === 0) {
    repository.pulls.splice(repository.pulls.indexOf(pull), 1);
    await updateRef(repository.directory, { name: `refs/pull/${number}/head`, after: null });
    const message = `No commits between ${about.base} and ${about.head}`;
    throw invalid('PullRequest', 'base', message);
  }
  await tellPull(world, cause, { pull, action: 'opened' });
  return pull;
}

async function findHead(world: World, repository: Repository, head: string): Promise<Pull['head']> {
  const [first = '', ...rest] = head.split(':');
  const branch = rest.length === 0 ? first : rest.join(':');
  const owner = rest.length === 0 ? repository.owner : world.findAccount(first);
  const source = world.repositories.find(
    (one) => one.owner.id === owner?.id && inNetwork(one, repository),
  );
  const sha = source === undefined ? null : await readRef(source.directory, `refs/heads/${branch}`);
  if (source === undefined || sha === null) {
    throw invalid('PullRequest', 'head', 'head is invalid');
  }
  return { repository: source, branch, sha };
}

function inNetwork(one: Repository, other: Repository): boolean {
  return one === other || one.parent === other || other.parent === one;
}

function refuseSecond(repository: Repository, ends: { head: Pull['head']; base: string }): void {
  const { head, base } = ends;
  const present = repository.pulls.some(
    (pull) =>
      pull.state === 'open' &&
      pull.head.repository === head.repository &&
      pull.head.branch === head.branch &&
      pull.base.branch === base,
  );
  if (!present) return;
  const message = `A pull request already exists for ${head.repository.owner.login}:${head.branch}.`;
  const errors = [{ resource: 'PullRequest', code: 'custom', message }];
  throw new GitHubError(422, 'Validation Failed', { errors });
}
