import { ServiceError } from '../service-error.ts';
import type { ServerService } from '../services.ts';

/** The servers of a host that starts none. */
export const missingServers: ServerService & { close(): void } = {
  start: () => Promise.reject(new ServiceError('not-supported', 'Servers are not started here')),
  close: () => undefined,
};
