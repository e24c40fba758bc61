import type { CodeReview } from '@orchestra/core';
import { plain, renderTable } from '@orchestra/terminal';
import { listWaiting } from '../code-reviews/list-waiting.ts';
import type { OperatorCommand } from '../command.ts';
import { openData } from '../open-data.ts';

/** Lists the packages that wait for a person, that were cleared and not yet published, or declined. */
export const clearList: OperatorCommand<object, CodeReview[]> = {
  async run(_options, context) {
    using registry = await openData(context);
    return (await listWaiting(registry)).map(({ review }) => review);
  },
  text(reviews, style) {
    if (reviews.length === 0) return 'Nothing waits for a person';
    const colours = { waiting: style.yellow, cleared: style.green, declined: style.red };
    const rows = reviews.map(
      ({ name, version, state, places, requestedBy, requestedAt, sha256 }) => [
        colours[state](state),
        plain(name),
        version,
        `${places.length}`,
        plain(requestedBy.login),
        requestedAt.slice(0, 16).replace('T', ' '),
        style.dim(sha256.slice(0, 12)),
      ],
    );
    const head = ['state', 'name', 'version', 'places', 'asked by', 'since (UTC)', 'SHA-256'];
    return [
      renderTable([head.map((title) => style.dim(title)), ...rows]),
      '',
      style.dim('See why and where: npm run registry -- clear NAME@VERSION'),
    ].join('\n');
  },
};
