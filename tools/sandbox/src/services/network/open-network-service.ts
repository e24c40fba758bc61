import type { NetworkService } from '../services.ts';
import type { NetworkSettings } from './open-dispatcher.ts';

/** The service of requests to other machines; what makes them is large, and is loaded with the first of them. */
export function openNetworkService(
  settings: NetworkSettings,
): NetworkService & { close(): Promise<void> } {
  const load = async () => (await import('./network-service.ts')).makeNetworkService(settings);
  let loaded: ReturnType<typeof load> | null = null;
  const open = () => (loaded ??= load());
  return {
    fetch: async (...request) => (await open()).fetch(...request),
    openSocket: async (...socket) => (await open()).openSocket(...socket),
    close: async () => (await loaded)?.close(),
  };
}
