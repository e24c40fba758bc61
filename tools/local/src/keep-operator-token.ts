import type { Role, Scope } from '@orchestra/core';
import { databaseAccounts, findToken, type Queryable } from '@orchestra/db';
import { sha256Hex } from '@orchestra/core/node';
import { chmod, readFile, writeFile } from 'node:fs/promises';

/** The account of a token, and its scopes. */
export interface OperatorToken {
  login: string;
  role: Role;
  scopes: readonly Scope[];
}

/** Makes sure that a file contains a valid token of an account; creates account and token if needed. */
export async function keepOperatorToken(
  file: string,
  { database, holder }: { database: Queryable; holder: OperatorToken },
): Promise<void> {
  const known = await readFile(file, 'utf8').catch(() => '');
  if (known !== '' && (await findToken(database, sha256Hex(known.trim()))) !== null) return;
  const { login, role, scopes } = holder;
  const accounts = databaseAccounts(database);
  await accounts.ensure(login, { role });
  await writeFile(file, `${await accounts.issueToken(login, { scopes })}\n`, { mode: 0o600 });
  await chmod(file, 0o600); // an older file keeps its mode otherwise
}
