import {
  IssuedTokenSchema,
  NewUserSchema,
  OwnerSchema,
  RevokedTokensSchema,
  TokenOptionsSchema,
  UserSchema,
} from '@orchestra/core';
import * as Type from 'typebox';
import { requireAdmin } from '../guards/require-admin.ts';
import type { Route } from './route.ts';
import { errorResponses } from './schemas.ts';

const LoginParamsSchema = Type.Object({ login: OwnerSchema.properties.login });
const shared = { security: [{ token: [] }], tags: ['admin'] };

/** `/admin/users`: lets admins manage the accounts of a registry that issues its own tokens. */
export const adminUsersRoute: Route = (server, { accounts, authenticator }) => {
  const onRequest = requireAdmin(authenticator);
  server.get(
    '/admin/users',
    {
      onRequest,
      schema: {
        ...shared,
        operationId: 'listUsers',
        summary: 'List the accounts',
        response: { 200: Type.Object({ data: Type.Array(UserSchema) }), ...errorResponses },
      },
    },
    async () => ({ data: await accounts.list() }),
  );
  server.get(
    '/admin/users/:login',
    {
      onRequest,
      schema: {
        ...shared,
        operationId: 'showUser',
        summary: 'Find an account by its login',
        params: LoginParamsSchema,
        response: { 200: OwnerSchema, ...errorResponses },
      },
    },
    (request) => accounts.find(request.params.login),
  );
  server.post(
    '/admin/users',
    {
      onRequest,
      schema: {
        ...shared,
        operationId: 'addUser',
        summary: 'Add an account, or find the one that has the login',
        body: NewUserSchema,
        response: { 200: OwnerSchema, ...errorResponses },
      },
    },
    ({ body: { login, role } }) => accounts.ensure(login, role === undefined ? {} : { role }),
  );
  server.post(
    '/admin/users/:login/tokens',
    {
      onRequest,
      schema: {
        ...shared,
        operationId: 'issueToken',
        summary: 'Make a token for an account',
        description: 'The token is in the answer alone: only its hash is kept.',
        params: LoginParamsSchema,
        body: TokenOptionsSchema,
        response: { 201: IssuedTokenSchema, ...errorResponses },
      },
    },
    async (request, reply) => {
      const { login } = await accounts.find(request.params.login);
      const token = await accounts.issueToken(login, request.body);
      return reply.code(201).header('cache-control', 'no-store').send({ login, token });
    },
  );
  server.delete(
    '/admin/users/:login/tokens',
    {
      onRequest,
      schema: {
        ...shared,
        operationId: 'revokeTokens',
        summary: 'End every token of an account',
        params: LoginParamsSchema,
        response: { 200: RevokedTokensSchema, ...errorResponses },
      },
    },
    async (request) => {
      const { login } = await accounts.find(request.params.login);
      return { login, revoked: await accounts.revokeTokens(login) };
    },
  );
};
