import { parseJson } from '@orchestra/core';
import { readFile } from 'node:fs/promises';
import * as Type from 'typebox';
import type { Static } from 'typebox';
import { sha256Hex } from '@orchestra/core/node';
import { join } from 'node:path';
import type { CommandContext } from '../command.ts';

const CachedSchema = Type.Object({ url: Type.String(), etag: Type.String(), body: Type.String() });

/** Reads a cached registry file; null where there is none, or it is damaged. */
export async function readCached(
  url: string,
  context: Pick<CommandContext, 'home'>,
): Promise<Static<typeof CachedSchema> | null> {
  const text = await readFile(cacheFile(url, context), 'utf8').catch(() => null);
  const parsed = text === null ? null : parseJson(CachedSchema, text);
  return parsed?.ok === true && parsed.value.url === url ? parsed.value : null;
}

/** Path of the cached copy of a small registry file. */
export function cacheFile(url: string, context: Pick<CommandContext, 'home'>): string {
  return join(context.home, 'cache', `${sha256Hex(url)}.json`);
}
