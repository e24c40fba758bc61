/** The fields of a review that are used. */
export interface ToldReview {
  user: { id: number; login: string } | null;
  state: string;
  commit_id?: string | null;
}

/** The latest opinions on a pull request, whether or not they count. */
export interface Opinions {
  /** Logins of those who approved this head. */
  approvals: string[];
  /** Logins of those who requested changes for any head, and didn't withdraw. */
  requests: string[];
}

/** Review states that replace a reviewer's earlier opinion; comments and pending reviews don't. */
const deciding = new Set(['APPROVED', 'CHANGES_REQUESTED', 'DISMISSED']);

/**
 * Lists each reviewer's latest opinion. An approval is for one head; a request for changes stays until its
 * author approves, or it is dismissed. Reviews by the author of the pull request are ignored. Pure.
 *
 * @param reviews oldest first, as GitHub lists them
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
