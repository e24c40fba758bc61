import { RegistryError } from '@orchestra/core';
import { setTimeout } from 'node:timers/promises';

/**
 * Checks at once all parts that the registry needs.
 *
 * @param parts checks by name
 * @param options.withinMs longest wait for a check
 * @throws RegistryError `not-ready`, naming every part that failed or didn't answer
 */
export async function checkReady(
  parts: Readonly<Record<string, () => Promise<unknown>>>,
  { withinMs }: { withinMs: number },
): Promise<void> {
  const ended = new AbortController();
  const late = setTimeout(withinMs, 'late', { signal: ended.signal }).catch(() => 'late');
  const checked = await Promise.all(
    Object.entries(parts).map(async ([name, ask]) => {
      const answered = ask().then(
        () => null,
        (error: unknown) => explain(error),
      );
      const reason = await Promise.race([answered, late]);
      if (reason === null) return [];
      return `${name} (${reason === 'late' ? `no answer within ${withinMs} ms` : reason})`;
    }),
  );
  ended.abort();
  const failed = checked.flat();
  if (failed.length === 0) return;
  throw new RegistryError('not-ready', `Not ready: ${failed.join(', ')}`, {
    hint: 'It recovers by itself once they answer; packages can be installed meanwhile.',
  });
}

/** A message for the public. Texts of unexpected errors are left out, because they may reveal internals. */
function explain(error: unknown): string {
  return error instanceof RegistryError ? error.code : 'failed';
}
