import { systemCode } from '@orchestra/core/node';
import { RegistryError } from '@orchestra/core';
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
  const { host, port, hint } = options;
  try {
    return await server.listen({ host, port });
  } catch (error) {
    const code = systemCode(error);
    if (code === 'EADDRINUSE' || code === 'EACCES') {
      const reason = code === 'EACCES' ? 'may not be used by you' : 'is taken by another program';
      throw new RegistryError('port-taken', `Port ${port} ${reason}`, { hint, cause: error });
    }
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw new RegistryError('usage', `'${host}' is no address of this machine`, { cause: error });
    }
    throw error;
  }
}
