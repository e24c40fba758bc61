import { redactEmails, type Submitter } from '@orchestra/core';

/** Who wants a change of the index, and why. */
export interface ChangeOrigin {
  by: Submitter;
  /** One line. */
  reason: string | undefined;
}

/** The message of a commit: what is done, why, and who wanted it; never an email. */
export function commitMessage(title: string, { by, reason = '' }: ChangeOrigin): string {
  const why = redactEmails(reason).trim();
  const who = `By: ${by.login} (${by.provider} ${by.id})`;
  return [title, ...(why === '' ? [] : [why]), who].join('\n\n').concat('\n');
}
