import { type CodeReview, formatBytes } from '@orchestra/core';
import { codeReviewPackage } from '@orchestra/registry';
import { plain, renderTable } from '@orchestra/terminal';
import { listWaiting } from '../code-reviews/list-waiting.ts';
import { requireWaiting } from '../code-reviews/require-waiting.ts';
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
 * @throws RegistryError `code-review-unknown`, and `usage` where several are meant
 */
export const clearShow: OperatorCommand<{ what: string }, ShownWaiting> = {
  async run({ what }, context) {
    using registry = await openData(context);
    const waiting = await listWaiting(registry);
    const [{ review, folder, record }] = requireWaiting(what, { waiting, state: 'waiting' });
    const isKept = record.declined === null;
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
