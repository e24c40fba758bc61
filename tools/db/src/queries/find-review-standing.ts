import type { Owner } from '@orchestra/core';
import type { Queryable } from '../database.ts';

/** What decides whether an account may review an extension. */
export interface ReviewStanding {
  extensionId: number;
  /** True where the account is among the extension's owners. */
  isOwner: boolean;
  /** The version that the account had last; null where it never had one. */
  installedVersion: string | null;
}

/** Finds how an account stands to an extension; null where no extension has that name. */
export async function findReviewStanding(
  database: Queryable,
  of: { name: string; account: Owner & { userId: number } },
): Promise<ReviewStanding | null> {
  const { provider, id, userId } = of.account;
  const [standing] = await database.query<ReviewStanding>(
    `select id as "extensionId",
            exists (
              select from extension_owners
              where extension_id = extensions.id and provider = $2 and account_id = $3
            ) as "isOwner",
            (
              select version from extension_installs
              where extension_id = extensions.id and user_id = $4
              order by installed_at desc
              limit 1
            ) as "installedVersion"
     from extensions
     where name = $1 and deleted_at is null`,
    [of.name, provider, id, userId],
  );
  return standing ?? null;
}
