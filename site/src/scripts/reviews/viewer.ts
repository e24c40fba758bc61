import type { Account, Review } from '@orchestra/core';

/** The person who views the page, and what they may do with the reviews of an extension. */
export interface Viewer {
  /** Null where nobody is signed in. */
  account: Account | null;
  /** True for an owner of the extension. */
  isOwner: boolean;
  /** Address of the sign-in page; null where the registry has none. */
  signIn: string | null;
}

/** True where the viewer wrote a review. */
export function isOwn({ author }: Review, { account }: Viewer): boolean {
  return account !== null && author.provider === account.provider && author.id === account.id;
}
