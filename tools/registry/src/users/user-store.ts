import {
  type Owner,
  OwnerSchema,
  parseJson,
  parseValue,
  RegistryError,
  type Submitter,
} from '@orchestra/core';
import { sha256Hex, writeFileAtomic } from '@orchestra/core/node';
import { randomBytes } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { lock } from 'proper-lockfile';
import * as Type from 'typebox';
import type { Static } from 'typebox';

const UserSchema = Type.Object({
  id: Type.Integer({ minimum: 1 }),
  login: OwnerSchema.properties.login,
  createdAt: Type.String(),
  tokens: Type.Array(
    Type.Object({
      sha256: Type.String(),
      createdAt: Type.String(),
      expiresAt: Type.String(),
    }),
  ),
});
const UsersFileSchema = Type.Object({ format: Type.Literal(1), users: Type.Array(UserSchema) });
type UsersFile = Static<typeof UsersFileSchema>;

/** An account of a registry that issues its own tokens. */
export type User = Omit<Static<typeof UserSchema>, 'tokens'> & {
  /** How many of its tokens are valid now. */
  tokens: number;
};

const yearMs = 365 * 24 * 60 * 60 * 1000;

/**
 * The accounts of a registry in a file. Only hashes of tokens are kept; a token is shown once, when
 * it is made. Safe under several processes.
 */
export class UserStore {
  readonly #file: string;
  readonly #now: () => Date;

  constructor(file: string, options: { now: () => Date }) {
    this.#file = file;
    this.#now = options.now;
  }

  /** Every account, by id. */
  async list(): Promise<User[]> {
    const { users } = await this.#read();
    const now = this.#now().toISOString();
    return users.map(({ tokens, ...user }) => ({
      ...user,
      tokens: tokens.filter((token) => token.expiresAt > now).length,
    }));
  }

  /** @throws RegistryError `user-unknown` */
  async find(login: string): Promise<Owner> {
    const { users } = await this.#read();
    return toOwner(findUser(users, login));
  }

  /**
   * Adds an account, or finds the one that has the login already.
   *
   * @throws RegistryError `usage` for a login that can't be one
   */
  async ensure(login: string): Promise<Owner> {
    if (!parseValue(OwnerSchema.properties.login, login).ok) {
      throw new RegistryError('usage', `'${login}' is not a login`, {
        hint: 'Use letters, digits and hyphens, at most 39 characters.',
      });
    }
    return this.#change(({ users }) => {
      const known = users.find((user) => sameLogin(user.login, login));
      if (known !== undefined) return toOwner(known);
      const id = Math.max(0, ...users.map((user) => user.id)) + 1;
      const user = { id, login, createdAt: this.#now().toISOString(), tokens: [] };
      users.push(user);
      return toOwner(user);
    });
  }

  /**
   * Makes a token that is valid for a year; it can't be shown again.
   *
   * @throws RegistryError `user-unknown`
   */
  async issueToken(login: string): Promise<string> {
    const token = `orc_${randomBytes(32).toString('base64url')}`;
    const now = this.#now();
    await this.#change(({ users }) => {
      findUser(users, login).tokens.push({
        sha256: sha256Hex(token),
        createdAt: now.toISOString(),
        expiresAt: new Date(now.getTime() + yearMs).toISOString(),
      });
    });
    return token;
  }

  /** Ends every token of an account. @throws RegistryError `user-unknown` */
  async revokeTokens(login: string): Promise<number> {
    return this.#change(({ users }) => findUser(users, login).tokens.splice(0).length);
  }

  /** The account of a token; null where it is unknown or has expired. */
  async authenticate(token: string): Promise<(Submitter & { scopes: string[] }) | null> {
    const sha256 = sha256Hex(token);
    const now = this.#now().toISOString();
    const { users } = await this.#read();
    const user = users.find(({ tokens }) =>
      tokens.some((known) => known.sha256 === sha256 && known.expiresAt > now),
    );
    return user === undefined ? null : { ...toOwner(user), scopes: ['publish'] };
  }

  async #read(): Promise<UsersFile> {
    const text = await readFile(this.#file, 'utf8').catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
      throw error;
    });
    if (text === null) return { format: 1, users: [] };
    const parsed = parseJson(UsersFileSchema, text);
    if (parsed.ok) return parsed.value;
    throw new RegistryError('state-corrupted', `${this.#file} is damaged: ${parsed.reason}`, {
      hint: 'Restore it from a copy, or remove it and add the users again.',
    });
  }

  /** Reads, changes and writes the file while no other process does; the file is replaced whole. */
  async #change<T>(change: (file: UsersFile) => T): Promise<T> {
    await mkdir(dirname(this.#file), { recursive: true });
    const release = await lock(this.#file, {
      realpath: false,
      stale: 5000,
      retries: { retries: 100, minTimeout: 20, maxTimeout: 200 },
    }).catch((cause: unknown) => {
      throw new RegistryError('busy', `${this.#file} can't be locked`, {
        hint: 'Another process changes the users: try again, and see that the folder can be written.',
        cause,
      });
    });
    try {
      const file = await this.#read();
      const result = change(file);
      await writeFileAtomic(this.#file, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600 });
      return result;
    } finally {
      await release();
    }
  }
}

function findUser(users: UsersFile['users'], login: string): UsersFile['users'][number] {
  const found = users.find((user) => sameLogin(user.login, login));
  if (found !== undefined) return found;
  throw new RegistryError('user-unknown', `No user is called '${login}'`, {
    hint: `Add one: npm run registry -- user add ${login}`,
  });
}

function sameLogin(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}

function toOwner({ id, login }: { id: number; login: string }): Owner {
  return { provider: 'local', id, login };
}
