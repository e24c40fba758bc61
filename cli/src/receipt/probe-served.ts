import { type Config, packageUrl } from '@orchestra/core';
import type { CommandContext } from '../command.ts';
import { request } from '../registry/request.ts';

/** A package that can be downloaded by everybody. */
export interface Served {
  /** Time of storing as an ISO time; null where the server doesn't send it. */
  storedAt: string | null;
}

/**
 * Checks whether a version can be downloaded; null where it can't.
 *
 * @throws RegistryError `registry-unreachable`
 */
export async function probeServed(
  of: { name: string; version: string },
  by: { config: Config; context: CommandContext },
): Promise<Served | null> {
  const url = packageUrl(by.config, of);
  const response = await request(url, { context: by.context, init: { method: 'HEAD' } });
  if (!response.ok) return null;
  const time = Date.parse(response.headers.get('last-modified') ?? '');
  return { storedAt: Number.isNaN(time) ? null : new Date(time).toISOString() };
}
