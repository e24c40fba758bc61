import { RegistryError } from '@orchestra/core';
import { pathExists } from '@orchestra/core/node';
import type { Style } from '@orchestra/terminal';
import { join } from 'node:path';
import { readValidExtension, type ValidExtension } from '../project/read-project.ts';
import type { Command, CommandContext } from '../command.ts';
import { publishByApi } from '../publish/publish-by-api.ts';
import type { PublishOptions, PublishOutcome } from '../publish/publish-result.ts';
import { showContents } from '../publish/show-contents.ts';
import { renderStages } from '../receipt/render-stages.ts';
import { connectRegistry } from '../registry/registry-client.ts';
import { requireApi } from '../registry/require-api.ts';
import { note } from '../render/note.ts';
import { renderFound } from '../render/render-found.ts';
import { renderHeld } from '../publish/render-held.ts';

/**
 * Checks, packs and publishes the extension in this folder. Publishing the same package again succeeds and
 * changes nothing.
 */
export const publish: Command<PublishOptions, PublishOutcome> = {
  async run(options, context) {
    const extension = await readFolder(options, context);
    if (extension !== null) showContents(extension, context);
    const client = await connectRegistry(context);
    const { config } = client;
    if (config.publish.via === 'pull-request') {
      if (options.requestReview) {
        note(
          'The pull request asks for a review by itself: --request-review adds nothing',
          context,
        );
      }
      const { publishByPullRequest } = await import('../publish/publish-by-pull-request.ts');
      return publishByPullRequest(extension, {
        publishing: config.publish,
        client,
        options,
        context,
      });
    }
    if (extension === null || options.asset !== undefined) {
      throw new RegistryError('usage', `${config.name} takes uploads, not release assets`, {
        hint: 'Leave --asset out, and run this in the folder of the extension.',
      });
    }
    if (options.requestVerified) {
      throw new RegistryError('usage', `${config.name} takes no requests for the verified badge`, {
        hint: 'Leave --request-verified out, and ask whoever keeps the registry.',
      });
    }
    const hint = 'Publish to another registry: --registry URL';
    const api = requireApi(config, { to: 'publish at', hint });
    return publishByApi(extension, { api, client, options, context });
  },
  text(result, style) {
    const { name, version, sha256, unchanged, dryRun, problems, page } = result;
    const what = `${style.bold(name)} ${version}`;
    const shown = problems.length === 0 ? [] : [renderFound(problems, style), ''];
    if (result.review !== null) return [...shown, renderHeld(result.review, style)].join('\n');
    if (unchanged) {
      return [...shown, `${what} is published already, with these very bytes`, page].join('\n');
    }
    if (dryRun) {
      const plan = JSON.stringify(result.plan, null, 2);
      return [...shown, plan, `${style.yellow('Dry run:')} ${what} would be published`].join('\n');
    }
    return [
      ...shown,
      headline(result, style),
      renderStages(result.stages, style),
      style.dim(`SHA-256 ${sha256}`),
      ...(result.pullRequest === null ? [page] : closing(result, style)),
      ...(isLive(result) ? [installLine(result, style)] : []),
    ].join('\n');
  },
  json({ name, version, sha256, stages, unchanged, dryRun, plan, pullRequest, ...rest }) {
    return {
      name,
      version,
      sha256,
      stages,
      unchanged,
      ...(pullRequest === null ? {} : { pullRequest }),
      ...(rest.review === null ? {} : { review: rest.review }),
      problems: rest.problems,
      ...(dryRun ? { plan } : {}),
    };
  },
};

/** Reads the current folder; skipped where `--asset` names an existing asset and there is no manifest. */
async function readFolder(
  options: PublishOptions,
  context: CommandContext,
): Promise<ValidExtension | null> {
  if (options.asset === undefined) return readValidExtension(options, context);
  const isThere = await pathExists(join(context.cwd, 'package.json'));
  return isThere ? readValidExtension(options, context) : null;
}

function headline({ name, version, pullRequest, stages }: PublishOutcome, style: Style): string {
  const what = `${style.bold(name)} ${version}`;
  if (pullRequest === null || isLive({ pullRequest, stages })) {
    return `${style.green('Published')} ${what}`;
  }
  return `${style.green('Submitted')} ${what}: ${pullRequest.url}`;
}

function isLive({ pullRequest, stages }: Pick<PublishOutcome, 'pullRequest' | 'stages'>): boolean {
  return pullRequest === null || stages.indexed !== null;
}

function closing({ name, version, pullRequest, page, stages }: PublishOutcome, style: Style) {
  const more = style.dim(`Look again: orchestra ext status ${name}@${version}`);
  return stages.searchable === null ? [pullRequest?.standing ?? '', more] : [page];
}

/** What people type to have it. */
function installLine({ name, version }: PublishOutcome, style: Style): string {
  const wanted = version.includes('-') ? `${name}@${version}` : name;
  return style.dim(`Install it: orchestra ext install ${wanted}`);
}
