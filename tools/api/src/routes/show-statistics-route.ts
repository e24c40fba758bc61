import { StatisticsQuerySchema, StatisticsSchema } from '@orchestra/core';
import { findTotalStatistics, listDailyStatistics } from '@orchestra/db';
import * as Type from 'typebox';
import { extensionUnknown, requireExtension } from '../reviews/require-extension.ts';
import { requireInstallTarget } from '../statistics/require-install-target.ts';
import { summarizeStatistics } from '../statistics/summarize-statistics.ts';
import type { Route } from './route.ts';
import { errorResponses, NameParamsSchema } from './schemas.ts';

/** `GET /extensions/:name/stats`: how often it was installed and downloaded, day by day. */
export const showStatisticsRoute: Route = (server, { database }) => {
  server.get(
    '/extensions/:name/stats',
    {
      config: { cache: 'list' },
      schema: {
        operationId: 'showStatistics',
        summary: 'Show installs and downloads by day and version',
        params: NameParamsSchema,
        querystring: StatisticsQuerySchema,
        response: { 200: Type.Object({ data: StatisticsSchema }), ...errorResponses },
      },
    },
    async (request) => {
      const { name } = request.params;
      const { days = 30, version = null } = request.query;
      const extensionId =
        version === null
          ? await requireExtension(database, name)
          : await requireInstallTarget(database, { name, version });
      const [rows, ever] = await Promise.all([
        listDailyStatistics(database, { extensionId, days, version }),
        findTotalStatistics(database, extensionId),
      ]);
      if (ever === null) throw extensionUnknown(name);
      return { data: { ...summarizeStatistics(rows), ever } };
    },
  );
};
