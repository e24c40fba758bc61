import type { Account } from '../state/account.ts';
import type { Repository } from '../state/repository.ts';
import type { Token } from '../state/token.ts';

/** Who changed what. */
export interface Cause {
  repository: Repository;
  account: Account;
  /** What it was changed with; null for a person on the site. */
  token: Token | null;
}
