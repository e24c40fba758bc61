import { showable } from '@orchestra/core';
import {
  explainPending,
  findChange,
  type IndexSnapshot,
  listPending,
  type Pending,
  type PendingState,
} from '@orchestra/registry';
import { plain, type Style } from '@orchestra/terminal';
import type { OperatorCommand } from '../command.ts';
import { findPullOf, listOpenPulls, type OpenPull } from '../github/list-open-pulls.ts';
import { openData } from '../open-data.ts';

/** A submission that is merged and not yet carried out, with its state. */
export interface PendingSubmission extends PendingState {
  /** Path of the file, relative to the index. */
  path: string;
  action: 'publish' | 'yank' | 'unyank' | null;
  /** Time of the merge; null where the history doesn't show it. */
  since: string | null;
  /** Its pull request; null without a GitHub token. */
  pull: OpenPull | null;
}

/** All pending submissions and pull requests. */
export interface PendingWork {
  submissions: PendingSubmission[];
  /** Open pull requests; null where GitHub wasn't asked. */
  pulls: OpenPull[] | null;
}

/**
 * Lists pending submissions with their states, and with a GitHub token also open pull requests.
 *
 * @throws RegistryError as GitHub does
 */
export const pending: OperatorCommand<object, PendingWork> = {
  async run(_options, context) {
    using registry = await openData(context);
    const { publish } = registry.config;
    const { github } = context;
    const isAsked = publish.via === 'pull-request' && github.token !== undefined;
    const repository = isAsked ? publish.repository : null;
    const snapshot = await registry.index.snapshot();
    const submissions: PendingSubmission[] = [];
    for (const one of await listPending(registry.index, snapshot)) {
      const { directory } = registry.index;
      const added = await findChange(directory, { ...one, kind: 'added', head: snapshot.commit });
      const pull =
        repository === null || added === null
          ? null
          : await findPullOf({ repository, commit: added.commit }, github);
      submissions.push({
        path: one.path,
        action: one.submission?.action ?? null,
        since: added?.at.toISOString() ?? null,
        ...(await explain(one, snapshot)),
        pull: pull === null ? null : shown(pull),
      });
    }
    const pulls = repository === null ? null : await listOpenPulls(repository, github);
    return { submissions, pulls: pulls?.map(shown) ?? null };
  },
  text({ submissions, pulls }, style) {
    const merged = submissions.map((one) => renderSubmission(one, style));
    const open = pulls?.map((pull) => renderPull(pull, style)) ?? [];
    const none = pulls === null ? [] : ['No pull request is open'];
    return [
      ...(merged.length === 0 ? ['No submission waits'] : ['Merged, not carried out:', ...merged]),
      ...(open.length === 0 ? none : ['Open:', ...open]),
      ...(pulls === null
        ? [style.dim('Pull requests are listed with ORCHESTRA_GITHUB_TOKEN')]
        : []),
    ].join('\n');
  },
};

async function explain(one: Pending, snapshot: IndexSnapshot): Promise<PendingState> {
  const { submission } = one;
  const entry = submission === null ? null : await snapshot.readEntry(submission.name);
  const { state, why } = explainPending(one, entry);
  return { state, why: showable(why) };
}

/** Makes a pull request's texts safe to show. */
function shown(pull: OpenPull): OpenPull {
  return { ...pull, title: showable(pull.title), labels: pull.labels.map(showable) };
}

function renderSubmission(of: PendingSubmission, style: Style): string {
  const { path, action, state, why, since, pull } = of;
  const colour = { stuck: style.red, done: style.green, waiting: style.yellow }[state];
  const from = pull === null ? '' : ` (${pull.url} by ${authorOf(pull)})`;
  const when = since === null ? '' : ` since ${since}`;
  return `  ${colour(state)}  ${action ?? 'unreadable'}  ${plain(path)}${when}${from}\n    ${plain(why)}`;
}

function renderPull(pull: OpenPull, style: Style): string {
  const { number, url, title, labels } = pull;
  const marks = labels.length === 0 ? '' : ` [${labels.map(plain).join(', ')}]`;
  return `  #${number}  ${plain(title)}${style.yellow(marks)}\n    ${url} by ${authorOf(pull)}`;
}

function authorOf({ login }: OpenPull): string {
  return login ?? 'an account that is gone';
}
