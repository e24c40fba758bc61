import type { Account } from '@orchestra/core';
import { apiAddress, callApiInBrowser } from '../api/call-api.ts';

/** As the API calls the cookie that tells scripts of the one that they can't read. */
const note = `orchestra-signed-in${location.port === '' ? '' : `-${location.port}`}`;

let account: Promise<Account | null> | null = null;

/** Whose session this browser has; null where it has none, or nobody can say. It is asked for once. */
export function readAccount(): Promise<Account | null> {
  account ??= askAccount();
  return account;
}

/** A browser without a session asks nothing. */
async function askAccount(): Promise<Account | null> {
  const isNoted = document.cookie.split('; ').includes(`${note}=1`);
  if (apiAddress === null || !isNoted) return null;
  const answer = await callApiInBrowser<Account>('/me');
  if (!answer.ok && answer.problem.status === 401) forgetAccount();
  return answer.ok ? answer.value : null;
}

/** Its session has ended: it needs not be asked for again. */
function forgetAccount(): void {
  document.cookie = `${note}=; path=/; max-age=0; samesite=strict`;
}
