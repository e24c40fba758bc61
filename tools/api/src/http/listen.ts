import { systemCode } from '@orchestra/core/node';
import { RegistryError } from '@orchestra/core';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { ApiServer } from '../routes/route.ts';

/** Address and port to listen on. */
export interface ListenOptions {
  host: string;
  /** Port; 0 chooses a free one. */
  port: number;
  /** What to do if the port is taken. */
  hint: string;
}

/**
 * Starts listening.
 *
 * @returns the server's origin
 * @throws RegistryError `port-taken`, `usage` for an address that this machine doesn't have
 */
export async function listen(server: ApiServer, options: ListenOptions): Promise<string> {
  const { host, port } = options;
  return await server.listen({ host, port }).catch((error: unknown) => {
    throw explain(error, options);
  });
}

/**
 * Listens for a moment, so that a start that takes seconds needn't come to its end to tell of a taken port.
 *
 * @throws RegistryError as {@link listen} does
 */
export async function requireFreePort(options: ListenOptions): Promise<void> {
  const { host, port } = options;
  const probe = createServer().listen({ host, port });
  await once(probe, 'listening').catch((error: unknown) => {
    throw explain(error, options);
  });
  probe.close();
  await once(probe, 'close');
}

function explain(error: unknown, { host, port, hint }: ListenOptions): unknown {
  const code = systemCode(error);
  if (code === 'EADDRINUSE' || code === 'EACCES') {
    const reason = code === 'EACCES' ? 'may not be used by you' : 'is taken by another program';
    return new RegistryError('port-taken', `Port ${port} ${reason}`, { hint, cause: error });
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new RegistryError('usage', `'${host}' is no address of this machine`, { cause: error });
  return error;
}
