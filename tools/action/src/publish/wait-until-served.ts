import { setTimeout } from 'node:timers/promises';

/**
 * Waits until a public URL answers 200.
 *
 * @param options.until time limit in milliseconds since 1970; at least one request is sent
 * @returns the time of the answer; null where the time limit passed
 */
export async function waitUntilServed(
  url: string,
  options: { fetch: typeof fetch; now: () => Date; until: number },
): Promise<string | null> {
  for (let waitMs = 250; ; waitMs = Math.min(waitMs * 2, 5000)) {
    const signal = AbortSignal.timeout(10_000);
    const response = await options.fetch(url, { method: 'HEAD', signal }).catch(() => null);
    await response?.body?.cancel();
    if (response?.status === 200) return options.now().toISOString();
    if (Date.now() + waitMs > options.until) return null;
    await setTimeout(waitMs);
  }
}
