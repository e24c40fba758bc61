import { redactEmails, type Submitter } from '@orchestra/core';

/** Who asked for a change of the index, and why. */
export interface ChangeOrigin {
  by: Submitter;
  /** One line of text. */
  reason: string | undefined;
}

/** Writes a commit message: the change, the reason and who asked for it; never an email. */
export function commitMessage(title: string, { by, reason = '' }: ChangeOrigin): string {
  const why = redactEmails(reason).trim();
  const who = `By: ${by.login} (${by.provider} ${by.id})`;
  return [title, ...(why === '' ? [] : [why]), who].join('\n\n').concat('\n');
}
