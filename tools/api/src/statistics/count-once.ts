import type { CountedInstall, DailySalt, Queryable } from '@orchestra/db';
import { countDailyInstall } from '@orchestra/db';
import { createHmac } from 'node:crypto';

/** An event to count, and who caused it. */
export interface Counted extends Pick<CountedInstall, 'extensionId' | 'version' | 'what' | 'ci'> {
  /** Identifies an account or a machine; never stored. */
  who: string;
}

/**
 * Counts an event of today once per account or machine, however often it is reported. What is stored
 * identifies nobody.
 */
export async function countOnce(
  transaction: Queryable,
  { today, ...counted }: Counted & { today: DailySalt },
): Promise<void> {
  const { extensionId, version, what, ci, who } = counted;
  const digest = createHmac('sha256', today.salt)
    .update(JSON.stringify([who, extensionId, version, what, ci]))
    .digest();
  await countDailyInstall(transaction, {
    extensionId,
    version,
    what,
    ci,
    day: today.day,
    digest,
  });
}
