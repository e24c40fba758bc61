import { InstallReportSchema } from '@orchestra/core';
import { addInstall, ensureDailySalt, lockUser } from '@orchestra/db';
import * as Type from 'typebox';
import { authenticateRequest } from '../guards/require-account.ts';
import { countOnce } from '../statistics/count-once.ts';
import { requireInstallTarget } from '../statistics/require-install-target.ts';
import { whoOf } from '../statistics/who-of.ts';
import type { Route } from './route.ts';
import { errorResponses, NameParamsSchema } from './schemas.ts';

/** `POST /extensions/:name/install`: a client's report of an install or update. */
export const reportInstallRoute: Route = (server, { authenticator, database }) => {
  server.post(
    '/extensions/:name/install',
    {
      schema: {
        operationId: 'reportInstall',
        summary: 'Tell of an install or update',
        description:
          'With a token, the account has the version from now on. Without one, a machine is counted once a day, and nothing of it is kept.',
        security: [{ token: [] }, {}],
        params: NameParamsSchema,
        body: InstallReportSchema,
        response: { 204: Type.Null({ description: 'It is noted.' }), ...errorResponses },
      },
    },
    async (request, reply) => {
      const account = await authenticateRequest(request, authenticator);
      const { version, ci = false } = request.body;
      const of = { name: request.params.name, version };
      const extensionId = await requireInstallTarget(database, of);
      const today = await ensureDailySalt(database);
      const who = whoOf(request, account);
      await database.transaction(async (transaction) => {
        if (account !== null && !ci) {
          await lockUser(transaction, account.userId);
          const { userId } = account;
          if (!(await addInstall(transaction, { extensionId, userId, version }))) return;
        }
        await countOnce(transaction, { extensionId, version, what: 'install', ci, who, today });
      });
      return reply.code(204).send(null);
    },
  );
};
