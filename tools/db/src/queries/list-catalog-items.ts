import { type CatalogItem, type Config, docUrl } from '@orchestra/core';
import type { Queryable } from '../database.ts';

/** Reads what cards show of extensions that have something live, in the order given. */
export async function listCatalogItems(
  database: Queryable,
  { ids, config }: { ids: readonly number[]; config: Config },
): Promise<CatalogItem[]> {
  const rows = await database.query<ItemRow>(
    `select
       name, display_name as "displayName", description, compat, categories, tags, license,
       array(
         select login from extension_owners
         where extension_id = extensions.id order by position
       ) as owners,
       verified, featured, latest_version as version, latest_permissions as permissions, icon,
       rating_average as "ratingAverage", rating_count as "ratingCount",
       install_count as installs, download_count as downloads,
       created_at as "createdAt", updated_at as "updatedAt"
     from unnest($1::bigint[]) with ordinality as given (id, place)
     join extensions using (id)
     where latest_version is not null and deleted_at is null
     order by place`,
    [ids],
  );
  return rows.map((row) => toItem(row, config));
}

type ItemRow = Omit<CatalogItem, 'rating'> & {
  ratingAverage: number | null;
  ratingCount: number;
};

/** The path of an icon becomes its address. */
function toItem({ ratingAverage, ratingCount, ...row }: ItemRow, config: Config): CatalogItem {
  const { name, version, icon } = row;
  return {
    ...row,
    rating: { average: ratingAverage, count: ratingCount },
    icon: icon === null ? null : docUrl(config, { name, version, path: icon }),
  };
}
