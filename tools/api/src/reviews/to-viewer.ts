import type { ReviewViewer } from '@orchestra/db';
import type { AuthenticatedAccount } from '../accounts/authenticator.ts';

/** The account as a viewer of reviews. An admin sees hidden ones only with a token for `admin`. */
export function toViewer(account: AuthenticatedAccount | null): ReviewViewer {
  if (account === null) return { userId: null, isAdmin: false };
  const isAdmin = account.role === 'admin' && account.scopes.includes('admin');
  return { userId: account.userId, isAdmin };
}
