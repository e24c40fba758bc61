import { UninstallQuerySchema } from '@orchestra/core';
import { endInstall, ensureDailySalt, lockUser, type Queryable } from '@orchestra/db';
import * as Type from 'typebox';
import type { AuthenticatedAccount } from '../accounts/authenticator.ts';
import { authenticateRequest } from '../guards/require-account.ts';
import { requireExtension } from '../reviews/require-extension.ts';
import { countOnce } from '../statistics/count-once.ts';
import { requireInstallTarget } from '../statistics/require-install-target.ts';
import { whoOf } from '../statistics/who-of.ts';
import type { Route } from './route.ts';
import { errorResponses, NameParamsSchema } from './schemas.ts';

/** `DELETE /extensions/:name/uninstall`: a client's report of a removal. */
export const reportUninstallRoute: Route = (server, { authenticator, database }) => {
  server.delete(
    '/extensions/:name/uninstall',
    {
      schema: {
        operationId: 'reportUninstall',
        summary: 'Tell of an uninstall',
        description:
          'With a token, the account has it no more; where it never had it, nothing happens. Without one, a machine is counted once a day, if it says which version it had.',
        security: [{ token: [] }, {}],
        params: NameParamsSchema,
        querystring: UninstallQuerySchema,
        response: { 204: Type.Null({ description: 'It is noted.' }), ...errorResponses },
      },
    },
    async (request, reply) => {
      const account = await authenticateRequest(request, authenticator);
      const { version, ci = false } = request.query;
      const { name } = request.params;
      const extensionId =
        version === undefined
          ? await requireExtension(database, name)
          : await requireInstallTarget(database, { name, version });
      const today = await ensureDailySalt(database);
      const who = whoOf(request, account);
      await database.transaction(async (transaction) => {
        const noted = account === null || ci ? null : { extensionId, account };
        const had = noted === null ? version : await end(transaction, noted);
        if (had === undefined) return;
        const counted = { extensionId, version: had, what: 'uninstall', ci, who, today } as const;
        await countOnce(transaction, counted);
      });
      return reply.code(204).send(null);
    },
  );
};

/** @returns the version that the account had; undefined where it had none */
async function end(
  transaction: Queryable,
  { extensionId, account }: { extensionId: number; account: AuthenticatedAccount },
): Promise<string | undefined> {
  const { userId } = account;
  await lockUser(transaction, userId);
  return (await endInstall(transaction, { extensionId, userId })) ?? undefined;
}
