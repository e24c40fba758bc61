import { RegistryError, type StatusChanged, StatusChangedSchema } from '@orchestra/core';
import { readProjectName } from '../project/read-project-name.ts';
import type { Command } from '../command.ts';
import { requireToken } from '../credentials/credentials.ts';
import { callApi } from '../registry/api-client.ts';
import type { ChangeSummary } from '../publish/change-by-pull-request.ts';
import { connectRegistry } from '../registry/registry-client.ts';
import { requireApi } from '../registry/require-api.ts';

/** The version to yank, or to restore. */
export interface YankOptions {
  version: string;
  name?: string;
  reason?: string;
  undo?: true;
}

/** The new status, with the pull request that changes it, if there is one. */
export type YankResult = StatusChanged & { pullRequest?: ChangeSummary };

/** Hides a version from new installs, or restores it. Nothing is deleted. */
export const yank: Command<YankOptions, YankResult> = {
  async run(options, context) {
    const { version, undo, reason } = options;
    const name = options.name ?? (await readProjectName(context));
    if (undo === true && reason !== undefined) {
      throw new RegistryError('usage', '--reason and --undo do not go together', {
        hint: 'A reason is told for a yank; undoing it needs none.',
      });
    }
    const { config } = await connectRegistry(context);
    if (config.publish.via === 'pull-request') {
      const { changeByPullRequest } = await import('../publish/change-by-pull-request.ts');
      const action = undo === true ? 'unyank' : 'yank';
      return changeByPullRequest(
        { action, name, version, reason },
        { publishing: config.publish, context },
      );
    }
    const hint = 'Yank at another registry: --registry URL';
    const api = requireApi(config, { to: 'yank at', hint });
    const token = await requireToken(context);
    const url = new URL(
      `${api}/extensions/${encodeURIComponent(name)}/versions/${encodeURIComponent(version)}`,
    );
    if (undo === true) {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ status: 'live' });
      const answer = StatusChangedSchema;
      return callApi({ method: 'PUT', url: url.href, token, headers, body, answer }, context);
    }
    if (reason !== undefined) url.searchParams.set('reason', reason);
    return callApi(
      { method: 'DELETE', url: url.href, token, answer: StatusChangedSchema },
      context,
    );
  },
  text({ name, version, status, reason, unchanged, pullRequest }, style) {
    const what = `${style.bold(name)} ${version}`;
    if (pullRequest !== undefined) {
      const change = status === 'live' ? 'to offer it again' : 'to yank it';
      return `${style.green('Submitted')} ${what}, ${change}: ${pullRequest.url}\n${pullRequest.standing}`;
    }
    const why = reason === null ? '' : `: ${reason}`;
    if (unchanged) return `${what} was ${status} before${why}`;
    return status === 'live'
      ? `${what} is ${style.green('offered again')}`
      : `${style.yellow('Yanked')} ${what}${why}\n${style.dim('Whoever has it keeps it and sees the reason. Undo it with --undo.')}`;
  },
};
