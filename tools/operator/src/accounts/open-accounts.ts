import { RegistryError } from '@orchestra/core';
import {
  type Accounts,
  databaseAccounts,
  type DatabaseLocation,
  openDatabase,
} from '@orchestra/db';
import { findServer, lockData } from '@orchestra/registry';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { OperatorContext } from '../context.ts';
import { openData } from '../open-data.ts';
import { httpAccounts } from './http-accounts.ts';

/** Accounts that are opened for one command. */
export type OpenAccounts = Accounts & AsyncDisposable;

const attempts = 100;

/**
 * Opens the accounts of the registry, in the database of `DATABASE_URL` or in the data folder. Where a
 * running process serves that folder, its API is used, since only one process can open such a database.
 *
 * @throws RegistryError `not-found`, `busy`, `database-unreachable`, `registry-unreachable`
 */
export async function openAccounts(context: OperatorContext): Promise<OpenAccounts> {
  (await openData(context))[Symbol.dispose](); // throws where there is no registry
  if (context.databaseUrl !== undefined) return inDatabase({ url: context.databaseUrl });
  for (let attempt = 1; ; attempt += 1) {
    const origin = await findServer(context.data);
    if (origin !== null) return throughServer(origin, context.data);
    try {
      const locked = await lockData(context.data);
      return await inDatabase({ folder: join(context.data, 'database') }, locked);
    } catch (error) {
      const isBusy = error instanceof RegistryError && error.code === 'busy';
      if (!isBusy || attempt === attempts) throw error;
      await setTimeout(100); // another command, or a server that is still starting
    }
  }
}

async function inDatabase(
  location: DatabaseLocation,
  locked?: AsyncDisposable,
): Promise<OpenAccounts> {
  await using opening = new AsyncDisposableStack();
  if (locked !== undefined) opening.use(locked);
  const accounts = databaseAccounts(opening.use(await openDatabase(location)));
  const opened = opening.move();
  return { ...accounts, [Symbol.asyncDispose]: () => opened.disposeAsync() };
}

async function throughServer(origin: string, data: string): Promise<OpenAccounts> {
  const file = join(data, 'operator-token');
  const token = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new RegistryError('file-unreadable', `${file} can't be read`, {
      hint: 'It is for whoever runs the registry: run this as the same user, or restart the registry.',
      cause,
    });
  });
  const accounts = httpAccounts({ api: `${origin}/api/v1`, token: token.trim() });
  return { ...accounts, [Symbol.asyncDispose]: async () => {} };
}
