import { sha256Hex } from '@orchestra/core/node';
import { join } from 'node:path';
import type { CommandContext } from '../command.ts';

/** Path of the cached copy of a small registry file. */
export function cacheFile(url: string, context: Pick<CommandContext, 'home'>): string {
  return join(context.home, 'cache', `${sha256Hex(url)}.json`);
}
