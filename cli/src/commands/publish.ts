import { type Problem, type Published, PublishedSchema, RegistryError } from '@orchestra/core';
import { formatContentDigest } from '@orchestra/core/node';
import { followStages } from '../author/follow-stages.ts';
import { packWithin } from '../author/pack-within.ts';
import { readSound } from '../author/read-own.ts';
import type { Command } from '../command.ts';
import { requireToken } from '../credentials/credentials.ts';
import { callApi } from '../registry/api-client.ts';
import { connect } from '../registry/registry-client.ts';
import { formatBytes } from '../render/format.ts';
import { startProgress } from '../render/progress.ts';
import { renderProblems } from '../render/render-problems.ts';
import type { Style } from '../render/style.ts';
import { renderTable } from '../render/table.ts';

/** How to publish. */
export interface PublishOptions {
  preRelease: boolean;
  dryRun: boolean;
  setVersion: string | undefined;
}

/** How a publish ended. */
export interface PublishResult extends Published {
  dryRun: boolean;
  /** What `check` says, without errors. */
  problems: Problem[];
  /** Where its page is. */
  page: string;
}

/** Checks, packs and publishes the extension in this folder; the same again is a success that changes nothing. */
export const publish: Command<PublishOptions, PublishResult> = {
  async run(options, context) {
    const { name, version, files, problems } = await readSound(options, context);
    const { config } = await connect(context);
    if (config.publish.via === 'pull-request' || config.api === null) {
      throw new RegistryError(
        'publish-by-pull-request',
        `${config.name} takes extensions by pull request`,
        { hint: 'Publish to a registry with an HTTP API: --registry URL' },
      );
    }
    const token = await requireToken(context);
    using progress = await startProgress(context, `Packing ${name} ${version}`);
    const { bytes, facts } = await packWithin(files, config.limits);
    progress.say(`Publishing ${name} ${version} (${formatBytes(facts.size)})`);
    const url = new URL(`${config.api}/extensions`);
    url.searchParams.set('pre_release', String(options.preRelease));
    url.searchParams.set('dry_run', String(options.dryRun));
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
    const page = `${config.site}/extensions/${name}/`;
    const { dryRun } = options;
    const stages = dryRun ? published.stages : await followStages(published, { config, context });
    return { ...published, stages, dryRun, problems, page };
  },
  text(result, style) {
    const { name, version, sha256, unchanged, dryRun, problems, page } = result;
    const what = `${style.bold(name)} ${version}`;
    const told = problems.length === 0 ? [] : [renderProblems(problems, style), ''];
    if (unchanged) {
      return [...told, `${what} is published already, with these very bytes`, page].join('\n');
    }
    if (dryRun) {
      const plan = JSON.stringify(result.plan, null, 2);
      return [...told, plan, `${style.yellow('Dry run:')} ${what} would be published`].join('\n');
    }
    return [
      ...told,
      `${style.green('Published')} ${what}`,
      renderStages(result.stages, style),
      style.dim(`SHA-256 ${sha256}`),
      page,
    ].join('\n');
  },
  json({ name, version, sha256, stages, unchanged, dryRun, plan }) {
    return { name, version, sha256, stages, unchanged, ...(dryRun ? { plan } : {}) };
  },
};

function renderStages(stages: PublishResult['stages'], style: Style): string {
  const reached = Object.entries(stages).filter(([, time]) => time !== null);
  return renderTable(reached.map(([stage, time]) => [`  ${stage}`, style.dim(time ?? '')]));
}
