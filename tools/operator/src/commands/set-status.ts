import type { StatusChanged } from '@orchestra/core';
import { changeStatus } from '@orchestra/registry';
import { plain } from '@orchestra/terminal';
import type { OperatorCommand } from '../command.ts';
import { findOperator } from '../find-operator.ts';
import { openData } from '../open-data.ts';

/** The version, and its new status. */
export interface SetStatusOptions {
  action: 'yank' | 'unyank' | 'quarantine';
  name: string;
  version: string;
  /** Shown to everyone who has the version installed or tries to install it. */
  reason?: string;
}

/** Yanks, quarantines or restores a version. @throws RegistryError as {@link changeStatus} */
export const setStatus: OperatorCommand<SetStatusOptions, StatusChanged> = {
  async run({ action, name, version, reason }, context) {
    using registry = await openData(context);
    const submitter = await findOperator(context);
    return await changeStatus(
      { action, name, version, reason, submitter },
      { ...registry, now: context.now },
    );
  },
  text({ name, version, status, reason, unchanged }, style) {
    const colour = status === 'live' ? style.green : style.yellow;
    const [before, already] = unchanged ? ['was', ' already'] : ['is now', ''];
    const why = reason === null ? '' : `: ${plain(reason)}`;
    return `${name} ${version} ${before} ${colour(status)}${already}${why}`;
  },
};
