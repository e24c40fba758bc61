import {
  type CodeReview,
  formatBytes,
  noStages,
  PublishedSchema,
  ReviewRequestedSchema,
} from '@orchestra/core';
import { formatContentDigest } from '@orchestra/core/node';
import * as Type from 'typebox';
import { packWithin } from '../project/pack-within.ts';
import type { ValidExtension } from '../project/read-project.ts';
import type { CommandContext } from '../command.ts';
import { requireToken } from '../credentials/credentials.ts';
import { callApi } from '../registry/api-client.ts';
import type { RegistryClient } from '../registry/registry-client.ts';
import { followStages } from '../receipt/follow-stages.ts';
import { startProgress } from '../render/progress.ts';
import { withoutPlaces } from '../render/render-found.ts';
import { askForReview } from './ask-for-review.ts';
import type { PublishOptions, PublishOutcome } from './publish-result.ts';

/** Publishes a folder to a registry that accepts uploads. */
export async function publishByApi(
  extension: ValidExtension,
  by: { api: string; client: RegistryClient; options: PublishOptions; context: CommandContext },
): Promise<PublishOutcome> {
  const { api, options, context } = by;
  const { config } = by.client;
  const { name, version } = extension;
  // what came of a review is told with the answer
  const problems = withoutPlaces(extension.problems).filter(
    ({ code }) => code !== 'review-required',
  );
  const { dryRun } = options;
  const token = await requireToken(context);
  using progress = await startProgress(context, `Packing ${name} ${version}`);
  const { bytes, facts } = await packWithin(extension, config.limits);
  progress.update(`Publishing ${name} ${version} (${formatBytes(facts.size)})`);
  const url = new URL(`${api}/extensions`);
  url.searchParams.set('pre_release', String(options.preRelease));
  url.searchParams.set('dry_run', String(dryRun));
  const send = (requestReview: boolean) => {
    url.searchParams.set('request_review', String(requestReview));
    return callApi(
      {
        method: 'POST',
        url: url.href,
        token,
        headers: {
          'content-type': 'application/gzip',
          'content-digest': formatContentDigest(facts.sha256),
        },
        body: new Uint8Array(bytes),
        answer: AnswerSchema,
      },
      context,
    );
  };
  const published = await send(options.requestReview).catch(async (error: unknown) => {
    progress.stop();
    await askForReview(error, { options, context });
    return send(true);
  });
  const page = `${config.site}/extensions/${name}/`;
  if ('review' in published) return held(published.review, { problems, page });
  const stages = dryRun ? published.stages : await followStages(published, { config, context });
  return { ...published, stages, dryRun, problems, page, pullRequest: null, review: null };
}

const AnswerSchema = Type.Union([PublishedSchema, ReviewRequestedSchema]);

function held(
  review: CodeReview,
  { problems, page }: Pick<PublishOutcome, 'problems' | 'page'>,
): PublishOutcome {
  const { name, version, sha256, requestedAt } = review;
  return {
    name,
    version,
    sha256,
    unchanged: false,
    stages: { ...noStages, submitted: requestedAt },
    dryRun: false,
    plan: null,
    problems,
    page,
    pullRequest: null,
    review,
  };
}
