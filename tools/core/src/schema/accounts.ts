import * as Type from 'typebox';
import type { Static } from 'typebox';
import { OwnerSchema } from './index-entry.ts';

/** An account's role in the whole registry. */
export const RoleSchema = Type.Enum(['user', 'admin']);
export type Role = Static<typeof RoleSchema>;

/** What a token may be used for. `admin` works only for accounts with that role. */
export const scopes = ['publish', 'review', 'admin'] as const;
/** One of {@link scopes}. */
export const ScopeSchema = Type.Enum([...scopes]);
/** One of {@link scopes}. */
export type Scope = Static<typeof ScopeSchema>;

/** Scopes of a token that is made without naming any. */
export const defaultScopes: readonly Scope[] = ['publish', 'review'];

/** The answer of `GET /me`. */
export const AccountSchema = Type.Object({
  ...OwnerSchema.properties,
  role: RoleSchema,
  scopes: Type.Array(Type.String()),
});
export type Account = Static<typeof AccountSchema>;

/** An account of a registry that issues its own tokens. */
export const UserSchema = Type.Object({
  id: Type.Integer(),
  login: Type.String(),
  role: RoleSchema,
  createdAt: Type.String({ description: 'ISO time.' }),
  tokens: Type.Integer({ description: 'How many of its tokens are valid now.' }),
});
export type User = Static<typeof UserSchema>;

/** The body of `POST /admin/users`. */
export const NewUserSchema = Type.Object(
  { login: OwnerSchema.properties.login, role: Type.Optional(RoleSchema) },
  { additionalProperties: false },
);

/** The body of `POST /admin/users/:login/tokens`. */
export const TokenOptionsSchema = Type.Object(
  {
    scopes: Type.Optional(Type.Array(ScopeSchema, { minItems: 1, uniqueItems: true })),
    days: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 3650, description: 'How long it is valid.' }),
    ),
  },
  { additionalProperties: false },
);
/** How a token is made. Without scopes it gets {@link defaultScopes}. */
export interface TokenOptions extends Omit<Static<typeof TokenOptionsSchema>, 'scopes'> {
  scopes?: readonly Scope[];
}

/** A new token; it is shown only once. */
export const IssuedTokenSchema = Type.Object({ login: Type.String(), token: Type.String() });

/** The number of tokens that were revoked. */
export const RevokedTokensSchema = Type.Object({
  login: Type.String(),
  revoked: Type.Integer(),
});
