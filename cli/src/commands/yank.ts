import { RegistryError, type StatusChanged, StatusChangedSchema } from '@orchestra/core';
import { ownName } from '../author/own-name.ts';
import type { Command } from '../command.ts';
import { requireToken } from '../credentials/credentials.ts';
import { callApi } from '../registry/api-client.ts';
import { connect } from '../registry/registry-client.ts';

/** Which version to yank, or to offer again. */
export interface YankOptions {
  version: string;
  name?: string;
  reason?: string;
  undo?: true;
}

/** Hides a version from new installs, or offers it again; nothing is deleted. */
export const yank: Command<YankOptions, StatusChanged> = {
  async run(options, context) {
    const { version, undo, reason } = options;
    const name = options.name ?? (await ownName(context));
    if (undo === true && reason !== undefined) {
      throw new RegistryError('usage', '--reason and --undo do not go together', {
        hint: 'A reason is told for a yank; undoing it needs none.',
      });
    }
    const { config } = await connect(context);
    if (config.publish.via === 'pull-request' || config.api === null) {
      throw new RegistryError(
        'publish-by-pull-request',
        `${config.name} takes yanks by pull request`,
        { hint: 'Yank at a registry with an HTTP API: --registry URL' },
      );
    }
    const token = await requireToken(context);
    const url = new URL(
      `${config.api}/extensions/${encodeURIComponent(name)}/versions/${encodeURIComponent(version)}`,
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
  text({ name, version, status, reason, unchanged }, style) {
    const what = `${style.bold(name)} ${version}`;
    const why = reason === null ? '' : `: ${reason}`;
    if (unchanged) return `${what} was ${status} before${why}`;
    return status === 'live'
      ? `${what} is ${style.green('offered again')}`
      : `${style.yellow('Yanked')} ${what}${why}\n${style.dim('Whoever has it keeps it and sees the reason. Undo it with --undo.')}`;
  },
};
