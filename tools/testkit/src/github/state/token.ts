import type { Account } from './account.ts';
import type { Repository } from './repository.ts';

/**
 * What a token is: of an OAuth app, a personal one of either kind, a job's `GITHUB_TOKEN`, or of an
 * App's installation.
 */
export type TokenKind = 'oauth' | 'fine-grained' | 'classic' | 'actions' | 'installation';

/** Whether something may be seen or changed. */
export type Level = 'read' | 'write';

/** A token, and what it allows. */
export interface Token {
  value: string;
  kind: TokenKind;
  account: Account;
  /** Of kinds that have scopes; empty for the others. */
  scopes: string[];
  /** Of kinds that are bound to repositories. */
  repositories(): readonly Repository[];
  permissions: Readonly<Record<string, Level>>;
  clientId: string | null;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

/** True for kinds whose reach is scopes; the others are bound to repositories and permissions. */
export function hasScopes(kind: TokenKind): boolean {
  return kind === 'oauth' || kind === 'classic';
}
