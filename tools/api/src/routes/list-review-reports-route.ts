import { type ReportPage, ReportPageSchema, ReportQuerySchema } from '@orchestra/core';
import { listReviewReports } from '@orchestra/db';
import { requireAdmin } from '../guards/require-admin.ts';
import type { Route } from './route.ts';
import { errorResponses } from './schemas.ts';

/** `GET /admin/reports`: reports of reviews that no admin has decided on, oldest first. */
export const listReviewReportsRoute: Route = (server, { authenticator, database }) => {
  server.get(
    '/admin/reports',
    {
      onRequest: requireAdmin(authenticator),
      schema: {
        operationId: 'listReports',
        summary: 'List the reports of reviews that wait for an admin',
        security: [{ token: [] }],
        tags: ['admin'],
        querystring: ReportQuerySchema,
        response: { 200: ReportPageSchema, ...errorResponses },
      },
    },
    async (request, reply): Promise<ReportPage> => {
      void reply.header('cache-control', 'no-store');
      const { page = 1, per_page = 20 } = request.query;
      const place = { limit: per_page, offset: (page - 1) * per_page };
      const { reports, total } = await listReviewReports(database, place);
      const last_page = Math.max(1, Math.ceil(total / per_page));
      return { data: reports, meta: { total, page, per_page, last_page } };
    },
  );
};
