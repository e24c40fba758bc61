import {
  CatalogPageSchema,
  type Config,
  parseJson,
  RegistryError,
  StatisticsSchema,
} from '@orchestra/core';
import * as Type from 'typebox';
import type { Figures } from '../build/site-source.ts';
import type { Usage } from './build-from-index.ts';
import { noUsage } from './no-usage.ts';

/** Time limit of all API requests of one build, in milliseconds. */
const patienceMs = 120_000;
const timeoutMs = 15_000;
const maxAnswerBytes = 4 * 1024 * 1024;

/**
 * Reads figures and statistics from a registry's API. A site is built without them where there is no API, or
 * it doesn't answer; after the first failure no more requests are sent.
 *
 * @param options.warn called once, with the reason why figures are missing
 */
export function servedUsage(
  { api }: Pick<Config, 'api'>,
  options: { fetch: typeof globalThis.fetch; warn(text: string): void },
): Usage {
  if (api === null) return noUsage;
  const { fetch, warn } = options;
  const patient = AbortSignal.timeout(patienceMs);
  let failed = false;
  const ask = async <T>(run: () => Promise<T>): Promise<T | null> => {
    if (failed) return null;
    try {
      return await run();
    } catch (error) {
      failed = true;
      const reason = error instanceof Error ? error.message : String(error);
      warn(`The site shows no new figures: ${reason}`);
      return null;
    }
  };
  const get = (path: string) => {
    const signal = AbortSignal.any([patient, AbortSignal.timeout(timeoutMs)]);
    return readAnswer(`${api}${path}`, { fetch, signal });
  };
  return {
    figures: async () => (await ask(() => listFigures(get))) ?? new Map(),
    statistics: (name) => ask(() => readStatistics(get, name)),
  };
}

/** Fetches a text; null where there is none. */
type Get = (path: string) => Promise<string | null>;

async function listFigures(get: Get): Promise<Map<string, Figures>> {
  const found = new Map<string, Figures>();
  for (let page = 1, last = 1; page <= last; page++) {
    const path = `/extensions?sort=name&per_page=100&page=${page}`;
    const parsed = parseJson(CatalogPageSchema, (await get(path)) ?? '');
    if (!parsed.ok) throw new Error(`${path} of the API is no list: ${parsed.reason}`);
    for (const { name, installs, downloads, rating } of parsed.value.data)
      found.set(name, { installs, downloads, rating });
    last = parsed.value.meta.last_page;
  }
  return found;
}

const AnswerSchema = Type.Object({ data: StatisticsSchema });

async function readStatistics(get: Get, name: string): ReturnType<Usage['statistics']> {
  const path = `/extensions/${name}/stats`;
  const text = await get(path);
  if (text === null) return null;
  const parsed = parseJson(AnswerSchema, text);
  if (parsed.ok) return parsed.value.data;
  throw new Error(`${path} of the API holds no statistics: ${parsed.reason}`);
}

async function readAnswer(
  url: string,
  { fetch, signal }: { fetch: typeof globalThis.fetch; signal: AbortSignal },
): Promise<string | null> {
  const response = await fetch(url, { signal });
  if (response.status === 404) return null;
  if (!response.ok) throw new RegistryError('registry-failed', `${url} answers ${response.status}`);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > maxAnswerBytes)
      throw new RegistryError(
        'body-too-large',
        `${url} answers with more than ${maxAnswerBytes} bytes`,
      );
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
