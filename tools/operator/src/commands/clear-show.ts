import { type CodeReview, formatBytes, RegistryError } from '@orchestra/core';
import { codeReviewPackage } from '@orchestra/registry';
import { plain, renderTable } from '@orchestra/terminal';
import { findWaiting } from '../code-reviews/find-waiting.ts';
import { listWaiting } from '../code-reviews/list-waiting.ts';
import type { OperatorCommand } from '../command.ts';
import { openData } from '../open-data.ts';

/** A package that waits, and where its bytes are. */
export type ShownWaiting = CodeReview & {
  /** Absolute path; null once it was declined. */
  package: string | null;
};

/**
 * Shows why and where a package needs a person.
 *
 * @throws RegistryError `code-review-unknown`
 */
export const clearShow: OperatorCommand<{ what: string }, ShownWaiting> = {
  async run({ what }, context) {
    using registry = await openData(context);
    const [found] = findWaiting(what, await listWaiting(registry));
    if (found === undefined) throw notWaiting(what);
    const { review, folder } = found;
    const isKept = found.record.declined === null;
    return { ...review, package: isKept ? codeReviewPackage(folder) : null };
  },
  text(shown, style) {
    const { name, version, state, places, sha256, reason } = shown;
    const colour = { waiting: style.yellow, cleared: style.green, declined: style.red }[state];
    const by = plain(shown.requestedBy.login);
    const rows = places.map(({ path, message }) => ['', style.bold(plain(path)), plain(message)]);
    const one = `${plain(name)}@${version}`;
    const next = [
      `Clear it:    npm run registry -- clear ${one} --reason TEXT`,
      `Decline it:  npm run registry -- clear ${one} --decline --reason TEXT`,
    ];
    return [
      `${style.bold(plain(name))} ${version} ${colour(state)}`,
      `  asked by ${by} at ${shown.requestedAt}, ${formatBytes(shown.size)}, SHA-256 ${sha256}`,
      ...(shown.package === null ? [] : [`  package: ${plain(shown.package)}`]),
      ...(reason === null ? [] : [`  declined at ${shown.declinedAt ?? ''}: ${plain(reason)}`]),
      '',
      'Nobody can tell by reading it what the code uses here:',
      renderTable(rows),
      ...(state === 'waiting' ? ['', ...next.map((line) => style.dim(line))] : []),
    ].join('\n');
  },
};

/** The error for words that name nothing in the queue. */
export function notWaiting(what: string): RegistryError {
  return new RegistryError('code-review-unknown', `'${what}' is not in the queue`, {
    hint: 'See the queue: npm run registry -- clear',
  });
}
