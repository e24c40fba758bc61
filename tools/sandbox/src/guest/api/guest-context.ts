import type { Link } from '../link.ts';
import type { CipherNatives, HashNatives } from '../natives.ts';
import type { WorkQueue } from '../work-queue.ts';
import type { GuestPaths, GuestState } from '../state.ts';

/** What each part of the API stands on. */
export interface GuestContext {
  link: Link;
  /** What the engine computes. */
  natives: HashNatives & CipherNatives;
  /** What the engine computes on other threads. */
  work: WorkQueue;
  /** The latest state; its keys change. */
  state: GuestState;
  paths: GuestPaths;
  /** Tells the author of an error that nobody awaits. */
  report(error: unknown): void;
}

/** What a call of the API throws that the extension's permissions don't cover. */
export function refusal(api: string, permission: string): Error {
  const error = new Error(
    `${api} needs the permission "${permission}", which package.json doesn't declare.`,
  );
  error.name = 'PermissionError';
  return Object.assign(error, { code: 'permission-denied' });
}

/**
 * Throws where a call that answers at once is refused. The host is told of the call first, since it keeps the
 * record of them.
 */
export function requireAllowed(
  { link, state }: GuestContext,
  { api, caller }: { api: string; caller: (...args: never[]) => unknown },
): void {
  const permission = Object.hasOwn(state.refused, api) ? state.refused[api] : undefined;
  if (permission === undefined) return;
  link.call(api, [], { caller }).catch(() => undefined); // refused below
  throw refusal(api, permission);
}
