import {
  errorFromProblem,
  IssuedTokenSchema,
  OwnerSchema,
  parseValue,
  ProblemDetailsSchema,
  RegistryError,
  RevokedTokensSchema,
  UserSchema,
} from '@orchestra/core';
import type { Accounts } from '@orchestra/db';
import * as Type from 'typebox';
import type { Static, TSchema } from 'typebox';

const UsersSchema = Type.Object({ data: Type.Array(UserSchema) });

/**
 * Manages the accounts of a running registry through its API.
 *
 * @param registry.token token of an admin with the scope `admin`
 */
export function httpAccounts(registry: { api: string; token: string }): Accounts {
  const ask = async <Schema extends TSchema>(
    schema: Schema,
    { method = 'GET', path, body }: { method?: string; path: string; body?: object },
  ): Promise<Static<Schema>> => {
    const response = await fetch(`${registry.api}/admin/users${path}`, {
      method,
      redirect: 'error', // a token belongs to this origin only
      headers: {
        authorization: `Bearer ${registry.token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch((cause: unknown) => {
      throw new RegistryError('registry-unreachable', `${registry.api} does not answer`, {
        hint: 'See whether `npm start` still runs, and try again.',
        cause,
      });
    });
    const answer: unknown = await response.json().catch(() => null);
    const parsed = parseValue(schema, answer);
    if (response.ok && parsed.ok) return parsed.value;
    throw toError(answer, response.status);
  };
  const at = (login: string) => `/${encodeURIComponent(login)}`;
  return {
    list: async () => (await ask(UsersSchema, { path: '' })).data,
    find: (login) => ask(OwnerSchema, { path: at(login) }),
    ensure: (login, { role } = {}) =>
      ask(OwnerSchema, {
        method: 'POST',
        path: '',
        body: { login, ...(role === undefined ? {} : { role }) },
      }),
    issueToken: async (login, options = {}) => {
      const path = `${at(login)}/tokens`;
      return (await ask(IssuedTokenSchema, { method: 'POST', path, body: options })).token;
    },
    revokeTokens: async (login) => {
      const path = `${at(login)}/tokens`;
      return (await ask(RevokedTokensSchema, { method: 'DELETE', path })).revoked;
    },
  };
}

function toError(answer: unknown, status: number): RegistryError {
  const problem = parseValue(ProblemDetailsSchema, answer);
  if (problem.ok) return errorFromProblem(problem.value);
  return new RegistryError('registry-failed', `The registry answered with ${status}`, {
    hint: 'See what it printed.',
  });
}
