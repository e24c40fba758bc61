import type { UserStore } from '@orchestra/registry';
import { chmod, readFile, writeFile } from 'node:fs/promises';

/** Login of the person at this machine. */
const login = 'local-publisher';

/** Sees that a file holds a valid token of the local publisher, making a new one where it doesn't. */
export async function publisherToken(users: UserStore, file: string): Promise<void> {
  const known = await readFile(file, 'utf8').catch(() => '');
  if (known !== '' && (await users.authenticate(known.trim())) !== null) return;
  await users.ensure(login);
  await writeFile(file, `${await users.issueToken(login)}\n`, { mode: 0o600 });
  await chmod(file, 0o600); // an older file keeps its mode otherwise
}
