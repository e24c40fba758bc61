import { setTimeout } from 'node:timers/promises';

/**
 * Waits for the first 200 of a public address.
 *
 * @param options.until milliseconds since 1970; it is asked once at least
 * @returns when that was, or null where it didn't come in time
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
