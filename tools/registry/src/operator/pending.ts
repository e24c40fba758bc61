import { showable } from '@orchestra/core';
import { findChange } from '../index/find-change.ts';
import { explainPending, type PendingState } from '../submissions/explain-pending.ts';
import { listPending, type Pending } from '../submissions/list-pending.ts';
import type { IndexSnapshot } from '../index/git-index.ts';
import type { OperatorContext } from './context.ts';
import { findPullOf, listOpenPulls, type Pull } from './github/list-open-pulls.ts';
import { openData } from './open-data.ts';

/** A submission that is merged and not carried out yet, and why. */
export interface PendingSubmission extends PendingState {
  /** Relative to the index. */
  path: string;
  action: 'publish' | 'yank' | 'unyank' | null;
  /** When the branch got it; null where the history doesn't say. */
  since: string | null;
  /** The pull request that it came from, where a token of GitHub is at hand. */
  pull: Pull | null;
}

/** Everything that waits. */
export interface PendingWork {
  submissions: PendingSubmission[];
  /** Pull requests that are open; null where GitHub wasn't asked. */
  pulls: Pull[] | null;
}

/**
 * Lists what waits and why: from the index, and with a token of GitHub also the pull requests.
 *
 * @throws RegistryError as GitHub does
 */
export async function pending(_options: object, context: OperatorContext): Promise<PendingWork> {
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
}

async function explain(one: Pending, snapshot: IndexSnapshot): Promise<PendingState> {
  const { submission } = one;
  const entry = submission === null ? null : await snapshot.readEntry(submission.name);
  const { state, why } = explainPending(one, entry);
  return { state, why: showable(why) };
}

/** Without what would steer a terminal, or is nobody's to know. */
function shown(pull: Pull): Pull {
  return { ...pull, title: showable(pull.title), labels: pull.labels.map(showable) };
}
