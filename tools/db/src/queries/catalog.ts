import { type CatalogItem, type CatalogQuery, type Config, docUrl } from '@orchestra/core';
import type { Queryable } from '../database.ts';
import { bindValues, catalogFilter, catalogOrder, catalogTables } from './catalog-clauses.ts';

/** One page of a list or search. */
export interface FoundExtensions {
  /** Row ids of the extensions on this page, in order. */
  ids: number[];
  /** Number of results on all pages. */
  total: number;
}

/** Lists the extensions that match a query's filters; the query's words are ignored. */
export async function listExtensionIds(
  database: Queryable,
  query: CatalogQuery,
): Promise<FoundExtensions> {
  const { page = 1, per_page = 20, sort = 'popular' } = query;
  const bound = bindValues();
  const filter = catalogFilter(query, bound);
  const [counted] = await database.query<{ total: number }>(
    `select count(*) as total from extension_search as search where ${filter}`,
    [...bound.values],
  );
  const found = await database.query<{ id: number }>(
    `select extension_id as id
     from ${catalogTables(sort)}
     where ${filter}
     order by ${catalogOrder(sort)}
     limit ${bound.bind(per_page)} offset ${bound.bind((page - 1) * per_page)}`,
    bound.values,
  );
  return { ids: found.map(({ id }) => id), total: counted?.total ?? 0 };
}

/** Reads the card data of extensions with a live version, in the given order. */
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
       verified, featured, latest_version as version, latest_permissions as permissions,
       latest_may_need as "mayNeed", icon,
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

/** Makes a card's data from a row, with the URL of the icon. */
function toItem({ ratingAverage, ratingCount, ...row }: ItemRow, config: Config): CatalogItem {
  const { name, version, icon } = row;
  return {
    ...row,
    rating: { average: ratingAverage, count: ratingCount },
    icon: icon === null ? null : docUrl(config, { name, version, path: icon }),
  };
}

/** Lists the featured extensions in their curated order. */
export async function listFeaturedIds(database: Queryable): Promise<number[]> {
  const rows = await database.query<{ id: number }>(
    `select id from extensions where featured_rank is not null order by featured_rank, id`,
  );
  return rows.map(({ id }) => id);
}

/** A category with its number of extensions that have a live version. */
export interface CountedCategory {
  id: string;
  title: string;
  description: string;
  count: number;
}

/** Lists every category in order. */
export async function countCategories(database: Queryable): Promise<CountedCategory[]> {
  return database.query<CountedCategory>(
    `select id, title, description, (
       select count(*) from extension_search where facets @> array['category:' || id]
     ) as count
     from categories
     order by position`,
  );
}
