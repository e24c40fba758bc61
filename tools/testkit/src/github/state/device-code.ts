import type { Account } from './account.ts';

/** A device that waits for a person to let it in. */
export interface DeviceCode {
  deviceCode: string;
  userCode: string;
  clientId: string;
  scopes: string[];
  /** Milliseconds since 1970. */
  expiresAt: number;
  /** Seconds between two questions, at least: more each time it asks too soon. */
  interval: number;
  /** Milliseconds since 1970; null before the first question. */
  askedAt: number | null;
  answer: 'pending' | 'denied' | 'used' | Account;
}
