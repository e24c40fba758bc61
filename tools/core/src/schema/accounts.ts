import * as Type from 'typebox';
import type { Static } from 'typebox';
import { OwnerSchema } from './index-entry.ts';

/** What an account may do in the whole registry. */
export const RoleSchema = Type.Enum(['user', 'admin']);
export type Role = Static<typeof RoleSchema>;

/** What a token may be used for. `admin` works for accounts of that role alone. */
export const scopes = ['publish', 'review', 'admin'] as const;
export const ScopeSchema = Type.Enum([...scopes]);
export type Scope = Static<typeof ScopeSchema>;

/** What a token is for where nothing else is said. */
export const defaultScopes: readonly Scope[] = ['publish', 'review'];

/** `GET /me`. */
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

/** `POST /admin/users`. */
export const NewUserSchema = Type.Object(
  { login: OwnerSchema.properties.login, role: Type.Optional(RoleSchema) },
  { additionalProperties: false },
);

/** `POST /admin/users/:login/tokens`: how a token is made. */
export const TokenOptionsSchema = Type.Object(
  {
    scopes: Type.Optional(Type.Array(ScopeSchema, { minItems: 1, uniqueItems: true })),
    days: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 3650, description: 'How long it is valid.' }),
    ),
  },
  { additionalProperties: false },
);
export interface TokenOptions extends Omit<Static<typeof TokenOptionsSchema>, 'scopes'> {
  scopes?: readonly Scope[];
}

/** A token, which is shown this once. */
export const IssuedTokenSchema = Type.Object({ login: Type.String(), token: Type.String() });

/** How many tokens an account lost. */
export const RevokedTokensSchema = Type.Object({
  login: Type.String(),
  revoked: Type.Integer(),
});
