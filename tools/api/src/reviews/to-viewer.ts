import type { ReviewViewer } from '@orchestra/db';
import type { AuthenticatedAccount } from '../accounts/authenticator.ts';

/** Who asks for reviews. An admin sees all with a token for that alone. */
export function toViewer(account: AuthenticatedAccount | null): ReviewViewer {
  if (account === null) return { userId: null, isAdmin: false };
  const isAdmin = account.role === 'admin' && account.scopes.includes('admin');
  return { userId: account.userId, isAdmin };
}
