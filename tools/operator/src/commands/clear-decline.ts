import { RegistryError } from '@orchestra/core';
import { checkReason, declineCodeReview } from '@orchestra/registry';
import { plain } from '@orchestra/terminal';
import { listWaiting } from '../code-reviews/list-waiting.ts';
import { requireWaiting } from '../code-reviews/require-waiting.ts';
import type { OperatorCommand } from '../command.ts';
import { openData } from '../open-data.ts';

/** A package that was declined. */
export interface Declined {
  name: string;
  version: string;
  sha256: string;
  reason: string;
  declined: true;
}

/**
 * Declines a package that waits: its author is told why, and its bytes are removed.
 *
 * @throws RegistryError `code-review-unknown`, and `usage` for one that is cleared, several that are
 *   meant, or an invalid reason
 */
export const clearDecline: OperatorCommand<{ what: string; reason: string }, Declined> = {
  async run({ what, reason }, context) {
    checkReason(reason);
    using registry = await openData(context);
    const waiting = await listWaiting(registry);
    const found = requireWaiting(what, { waiting, state: 'waiting' });
    const [first] = found;
    const { name, version, sha256, state } = first.review;
    if (state === 'cleared') {
      throw new RegistryError('usage', `${name} ${version} is cleared`, {
        hint: `Take that back first: npm run registry -- clear ${name}@${version} --undo --reason TEXT`,
      });
    }
    for (const one of found) await declineCodeReview(one, { reason, now: context.now });
    return { name, version, sha256, reason, declined: true };
  },
  text({ name, version, reason }, style) {
    return `${style.red('Declined')} ${plain(name)} ${version}: ${plain(reason)}`;
  },
};
