import type { Account } from '@orchestra/core';
import { apiAddress, callApiInBrowser } from '../api/call-api.ts';

/**
 * Name of the cookie that shows that there is a session; the API sets it, because scripts can't read the
 * session's own cookie.
 */
const note = `orchestra-signed-in${location.port === '' ? '' : `-${location.port}`}`;

let account: Promise<Account | null> | null = null;

/**
 * The signed-in account; null where there is none, or it can't be determined. It is requested once per page.
 */
export function readAccount(): Promise<Account | null> {
  account ??= askAccount();
  return account;
}

/** Requests the account, but only where the marker cookie shows a session. */
async function askAccount(): Promise<Account | null> {
  const isNoted = document.cookie.split('; ').includes(`${note}=1`);
  if (apiAddress === null || !isNoted) return null;
  const answer = await callApiInBrowser<Account>('/me');
  if (!answer.ok && answer.problem.status === 401) forgetAccount();
  return answer.ok ? answer.value : null;
}

/** Deletes the marker cookie after the session has ended, so that the API isn't asked again. */
function forgetAccount(): void {
  document.cookie = `${note}=; path=/; max-age=0; samesite=strict`;
}
