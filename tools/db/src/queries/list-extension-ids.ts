import type { CatalogQuery } from '@orchestra/core';
import type { Queryable } from '../database.ts';
import { bindValues } from './bind-values.ts';
import { catalogFilter } from './catalog-filter.ts';
import { catalogOrder, catalogTables } from './catalog-order.ts';

/** A page of what was found. */
export interface FoundExtensions {
  /** Of the extensions of the page, in order. */
  ids: number[];
  /** How many were found in all. */
  total: number;
}

/** Lists the extensions that pass a query's filters; its words are left aside. */
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
