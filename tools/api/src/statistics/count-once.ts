import type { CountedInstall, DailySalt, Queryable } from '@orchestra/db';
import { countDailyInstall } from '@orchestra/db';
import { createHmac } from 'node:crypto';

/** What is counted, and by whom it was done. */
export interface Counted extends Pick<CountedInstall, 'extensionId' | 'version' | 'what' | 'ci'> {
  /** An account, or a machine; kept nowhere. */
  who: string;
}

/** Counts what someone did today, once however often it is told; nothing that is kept leads to anyone. */
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
