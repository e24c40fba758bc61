/** A review of a pull request, as far as it decides anything. */
export interface ToldReview {
  user: { id: number; login: string } | null;
  state: string;
  commit_id?: string | null;
}

/** Who said what of a pull request, whether or not their word counts. */
export interface Opinions {
  /** Logins of those who approved this very head. */
  approvals: string[];
  /** Logins of those who asked for changes, of whichever head, and did not take it back. */
  requests: string[];
}

/** States by which a person says something else than before; a comment, or a draft of a review, says nothing. */
const deciding = new Set(['APPROVED', 'CHANGES_REQUESTED', 'DISMISSED']);

/**
 * Lists what each reviewer says last. An approval is of one head; a request for changes stands until its
 * author approves, or it is dismissed. The author of the pull request has no say. Pure.
 *
 * @param reviews the oldest first, as GitHub lists them
 */
export function listOpinions(
  reviews: readonly ToldReview[],
  of: { head: string; authorId: number },
): Opinions {
  const last = new Map<number, { login: string; state: string; head: string | null }>();
  for (const { user, state, commit_id: head = null } of reviews) {
    if (user === null || user.id === of.authorId || !deciding.has(state)) continue;
    last.set(user.id, { login: user.login, state, head });
  }
  const said = [...last.values()];
  const loginsOf = (found: typeof said) => found.map(({ login }) => login);
  return {
    approvals: loginsOf(said.filter(({ state, head }) => state === 'APPROVED' && head === of.head)),
    requests: loginsOf(said.filter(({ state }) => state === 'CHANGES_REQUESTED')),
  };
}
