import { summarizeStatistics } from '@orchestra/api-server';
import type { CatalogItem } from '@orchestra/core';
import {
  type Database,
  type DatabaseCatalog,
  findExtensionId,
  findTotalStatistics,
  listDailyStatistics,
} from '@orchestra/db';
import type { Usage } from '@orchestra/site/builder';

/** Figures and statistics from the database of a registry. */
export function catalogUsage(database: Database, catalog: DatabaseCatalog): Usage {
  return {
    figures: async () => {
      const found = new Map<string, CatalogItem>();
      for (let page = 1, last = 1; page <= last; page++) {
        const { data, meta } = await catalog.list({ sort: 'name', page, per_page: 100 });
        for (const item of data) found.set(item.name, item);
        last = meta.last_page;
      }
      return found;
    },
    statistics: async (name) => {
      const extensionId = await findExtensionId(database, name);
      if (extensionId === null) return null;
      const [rows, ever] = await Promise.all([
        listDailyStatistics(database, { extensionId, days: shownDays, version: null }),
        findTotalStatistics(database, extensionId),
      ]);
      return ever === null ? null : { ...summarizeStatistics(rows), ever };
    },
  };
}

const shownDays = 30;
