import {
  type CodeReview,
  parseManifest,
  RegistryError,
  type Stages,
  type Status,
} from '@orchestra/core';
import { plain } from '@orchestra/terminal';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command, CommandContext } from '../command.ts';
import { readReceipt } from '../receipt/read-receipt.ts';
import { renderStages } from '../receipt/render-stages.ts';
import { describeStages } from '../receipt/describe-stages.ts';
import {
  summarizePullRequest,
  type PullRequestSummary,
} from '../receipt/summarize-pull-request.ts';
import { describeCodeReview } from '../receipt/describe-code-review.ts';
import { fetchCodeReview } from '../registry/fetch-code-review.ts';
import { connectRegistry, type RegistryClient } from '../registry/registry-client.ts';
import { warn } from '../render/warn.ts';

/** The progress of a publish. */
export interface StatusResult {
  name: string;
  version: string;
  /** Status in the index; null where the version isn't in it. */
  status: Status | null;
  stages: Stages;
  pullRequest: PullRequestSummary | null;
  /** Where it stands with a person who was asked to look at it; null where nobody was. */
  review: CodeReview | null;
  /** A sentence that says what the publish waits for. */
  standing: string;
}

/** Shows the progress of a publish, from public information only: nothing about it is stored. */
export const status: Command<{ what: string | undefined }, StatusResult> = {
  async run({ what }, context) {
    const of = what === undefined ? await ownVersion(context) : readWhat(what);
    const client = await connectRegistry(context);
    const { publish } = client.config;
    const entry = await client.findEntry(of.name);
    const published = entry?.versions.find(({ version }) => version === of.version);
    const seen =
      publish.via === 'pull-request'
        ? await lookAtGitHub(of, { registry: publish.repository, context })
        : { github: null, pullRequest: null };
    const { stages } = await readReceipt(of, { client, context, ...seen, before: null });
    const review = published === undefined ? await findReview(of, { client, context }) : null;
    return {
      ...of,
      status: published?.status ?? null,
      stages,
      pullRequest: summarizePullRequest(seen.pullRequest, stages),
      review,
      standing:
        review === null ? describeStages(stages, seen.pullRequest) : describeCodeReview(review),
    };
  },
  text({ name, version, status: known, stages, pullRequest, standing }, style) {
    const mark = known === null || known === 'live' ? '' : ` ${style.yellow(known)}`;
    const lines = [
      `${style.bold(name)} ${version}${mark}`,
      renderStages(stages, style),
      plain(standing),
    ];
    if (pullRequest !== null) lines.push(style.dim(plain(pullRequest.url)));
    return lines.filter((line) => line !== '').join('\n');
  },
};

/**
 * Finds the pull request at GitHub. Where GitHub is down or limits requests, the status is shown from the
 * static files alone.
 */
async function lookAtGitHub(
  of: { name: string; version: string },
  by: { registry: string; context: CommandContext },
) {
  const { lookForPullRequest } = await import('../pull-request/look-for-pull-request.ts');
  try {
    return await lookForPullRequest(of, by);
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error;
    warn(error, by.context);
    return { github: null, pullRequest: null };
  }
}

/** Asks where the code's review stands; the status is shown without it where the registry fails. */
async function findReview(
  of: { name: string; version: string },
  by: { client: RegistryClient; context: CommandContext },
): Promise<CodeReview | null> {
  try {
    return await fetchCodeReview(of, by);
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error;
    warn(error, by.context);
    return null;
  }
}

async function ownVersion(context: CommandContext): Promise<{ name: string; version: string }> {
  const text = await readFile(join(context.cwd, 'package.json'), 'utf8').catch(() => null);
  const manifest = text === null ? null : parseManifest(text).manifest;
  const name = manifest?.name ?? '';
  if (name !== '' && manifest?.version !== undefined) return { name, version: manifest.version };
  throw new RegistryError('usage', `${context.cwd} has no package.json with name and version`, {
    hint: 'Say which one: orchestra ext status NAME@VERSION',
  });
}

function readWhat(written: string): { name: string; version: string } {
  const [name = '', version = '', ...more] = written.split('@');
  if (name !== '' && version !== '' && more.length === 0) return { name, version };
  throw new RegistryError('usage', `'${written}' is no NAME@VERSION`, {
    hint: 'Write it as git-lens@1.2.3',
  });
}
