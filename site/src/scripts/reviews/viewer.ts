import type { Account, Review } from '@orchestra/core';

/** Whose page it is: what they may do with the reviews of one extension, as far as a page can tell. */
export interface Viewer {
  /** Null where nobody is signed in. */
  account: Account | null;
  /** Publishes the extension. */
  isOwner: boolean;
  /** Where to sign in; null where that is nowhere. */
  signIn: string | null;
}

/** Says whether a review is the viewer's own. */
export function isOwn({ author }: Review, { account }: Viewer): boolean {
  return account !== null && author.provider === account.provider && author.id === account.id;
}
