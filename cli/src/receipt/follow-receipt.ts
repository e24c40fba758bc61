import { RegistryError, type Stages } from '@orchestra/core';
import { plain, type Progress, styleFor } from '@orchestra/terminal';
import { type GitHub, requireRepositoryName } from '@orchestra/github';
import { setTimeout } from 'node:timers/promises';
import type { CommandContext } from '../command.ts';
import { type PullRequest, toPullRequest } from '../pull-request/pull-request.ts';
import { closed } from '../pull-request/read-submission-state.ts';
import type { RegistryClient } from '../registry/registry-client.ts';
import { isDown } from '../registry/is-down.ts';
import { describeStages, submissionLabels } from './describe-stages.ts';
import { readReceipt } from './read-receipt.ts';

/** The publish to follow, and how to report its stages. */
export interface FollowReceiptOptions {
  client: RegistryClient;
  context: CommandContext;
  github: GitHub;
  /** `owner/name` of the registry's repository. */
  registry: string;
  pullRequest: PullRequest | null;
  progress: Progress;
}

/**
 * Time limit in milliseconds: merging, storing and building take minutes, and anything longer waits for a
 * person.
 */
const longestMs = 30 * 60 * 1000;
const slowestMs = 10_000;

/**
 * Follows a publish until it can be found by users, and reports each stage. Stopping the program doesn't stop
 * the publish.
 *
 * @throws RegistryError `pull-request-closed`, `not-live-yet` where it was refused, or isn't there after half
 *   an hour
 */
export async function followReceipt(
  of: { name: string; version: string },
  by: FollowReceiptOptions,
): Promise<Stages> {
  const { client, context, github, progress } = by;
  const begin = +context.now();
  let { pullRequest } = by;
  let before: Stages | null = null;
  let seen: string | null = null;
  for (let round = 1; ; round += 1) {
    try {
      pullRequest = await look(pullRequest, by);
      const { stages, head } = await readReceipt(of, {
        client,
        context,
        github,
        pullRequest,
        before,
      });
      showStages(stages, { before, context });
      before = stages;
      seen = head;
    } catch (error) {
      if (!passes(error)) throw error;
      progress.update(plain(error.message));
    }
    if (before !== null) {
      if (isThere(before, client)) return before;
      requireGoing(of, { pullRequest, seen });
      progress.update(describeStages(before, pullRequest));
    }
    if (+context.now() - begin > longestMs) throw tooLong(of, { pullRequest, stages: before });
    await setTimeout(Math.min(500 * round, slowestMs));
  }
}

async function look(
  pullRequest: PullRequest | null,
  { github, registry }: FollowReceiptOptions,
): Promise<PullRequest | null> {
  if (pullRequest === null || pullRequest.state === 'merged') return pullRequest;
  const { data } = await github.rest.pulls.get({
    ...requireRepositoryName(registry),
    pull_number: pullRequest.number,
  });
  return toPullRequest({ ...data, labels: data.labels.map(({ name }) => ({ name })) });
}

/** Prints each stage once, on a line of its own. */
function showStages(
  stages: Stages,
  { before, context }: { before: Stages | null; context: CommandContext },
): void {
  if (context.json) return;
  const style = styleFor(context.stderr, context);
  const known = new Map(Object.entries(before ?? {}));
  for (const [stage, time] of Object.entries(stages)) {
    if (time === null || (known.get(stage) ?? null) !== null) continue;
    const clear = context.stderr.isTTY === true ? '\r\u001B[K' : '';
    context.stderr.write(`${clear}${style.green(stage.padEnd(10))} ${style.dim(plain(time))}\n`);
  }
}

/** True where all stages are reached. Without an API, it can't be known when the search has the version. */
function isThere(stages: Stages, { config }: RegistryClient): boolean {
  if (stages.indexed === null || stages.served === null) return false;
  return config.api === null || stages.searchable !== null;
}

/** True for a temporary failure: the publish continues without this program. */
function passes(error: unknown): error is RegistryError {
  return isDown(error) || (error instanceof RegistryError && error.code === 'github-unreachable');
}

/**
 * Throws where the registry refused the publish. Labels count only for the commit that the registry has
 * examined, not for a newer one.
 */
function requireGoing(
  of: { name: string; version: string },
  { pullRequest, seen }: { pullRequest: PullRequest | null; seen: string | null },
): void {
  if (pullRequest?.state === 'closed') throw closed(of, pullRequest);
  if (pullRequest === null || pullRequest.head.sha !== seen) return;
  if (!pullRequest.labels.includes(submissionLabels.refused)) return;
  throw new RegistryError(
    'not-live-yet',
    `The registry refused ${of.name} ${of.version}: ${pullRequest.url}`,
    { hint: 'Read there what to mend, mend it, and run the same command again.' },
  );
}

function tooLong(
  { name, version }: { name: string; version: string },
  { pullRequest, stages }: { pullRequest: PullRequest | null; stages: Stages | null },
): RegistryError {
  const where = stages === null ? 'Nothing answers.' : describeStages(stages, pullRequest);
  return new RegistryError(
    'not-live-yet',
    `${name} ${version} is not live after ${longestMs / 60_000} minutes. ${where}`,
    { hint: `It goes on by itself. Look again: orchestra ext status ${name}@${version}` },
  );
}
