import { formatBytes, PublishedSchema } from '@orchestra/core';
import { formatContentDigest } from '@orchestra/core/node';
import { packWithin } from '../project/pack-within.ts';
import type { ValidExtension } from '../project/read-project.ts';
import type { CommandContext } from '../command.ts';
import { requireToken } from '../credentials/credentials.ts';
import { callApi } from '../registry/api-client.ts';
import type { RegistryClient } from '../registry/registry-client.ts';
import { followStages } from '../receipt/follow-stages.ts';
import { startProgress } from '../render/progress.ts';
import type { PublishOptions, PublishOutcome } from './publish-result.ts';

/** Publishes a folder to a registry that accepts uploads. */
export async function publishByApi(
  extension: ValidExtension,
  by: { api: string; client: RegistryClient; options: PublishOptions; context: CommandContext },
): Promise<PublishOutcome> {
  const { api, options, context } = by;
  const { config } = by.client;
  const { name, version, problems } = extension;
  const { dryRun } = options;
  const token = await requireToken(context);
  using progress = await startProgress(context, `Packing ${name} ${version}`);
  const { bytes, facts } = await packWithin(extension, config.limits);
  progress.update(`Publishing ${name} ${version} (${formatBytes(facts.size)})`);
  const url = new URL(`${api}/extensions`);
  url.searchParams.set('pre_release', String(options.preRelease));
  url.searchParams.set('dry_run', String(dryRun));
  const published = await callApi(
    {
      method: 'POST',
      url: url.href,
      token,
      headers: {
        'content-type': 'application/gzip',
        'content-digest': formatContentDigest(facts.sha256),
      },
      body: new Uint8Array(bytes),
      answer: PublishedSchema,
    },
    context,
  );
  const stages = dryRun ? published.stages : await followStages(published, { config, context });
  const page = `${config.site}/extensions/${name}/`;
  return { ...published, stages, dryRun, problems, page, pullRequest: null };
}
