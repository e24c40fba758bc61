import { join } from 'node:path';
import { ServiceError } from '../service-error.ts';
import type { FileService, FoundText, SearchLimits } from '../services.ts';
import { listSearched } from './list-searched.ts';
import { makeGlob } from './make-glob.ts';
import { startMatcher } from './start-matcher.ts';

const maxQuery = 1_000;
const defaultResults = 1_000;
const maxResults = 10_000;
const maxTime = 60_000;
const readAtOnce = 16;

/**
 * Looks for a text, or an expression of JavaScript, in the files of a workspace, line by line. Files that aren't
 * text, and those that are too large to be read at once, are left out, as is what git ignores.
 *
 * @throws ServiceError `invalid-argument`, `timeout`, `aborted`
 */
export async function searchWorkspace(
  query: string,
  options: SearchLimits,
  of: {
    root: string;
    files: Pick<FileService, 'readFile'>;
    env: Readonly<Record<string, string | undefined>>;
    signal: AbortSignal;
  },
): Promise<FoundText[]> {
  if (query === '' || query.length > maxQuery) {
    throw new ServiceError(
      'invalid-argument',
      `A query has 1 to ${maxQuery} characters; found ${query.length}`,
    );
  }
  const max = Math.min(options.maxResults ?? defaultResults, maxResults);
  const isIncluded = options.include === undefined ? () => true : makeGlob(options.include);
  const isExcluded = options.exclude === undefined ? () => false : makeGlob(options.exclude);
  const source = options.regex === true ? query : RegExp.escape(query);
  await using matcher = startMatcher(source, options.caseSensitive === true ? 'gu' : 'giu');
  const until = Date.now() + maxTime;
  const found: FoundText[] = [];
  const listed = await listSearched(of.root, of.env);
  const names = listed.filter((name) => isIncluded(name) && !isExcluded(name));
  for (let at = 0; at < names.length && found.length < max; at += readAtOnce) {
    requireTime(of.signal, until);
    const paths = names.slice(at, at + readAtOnce).map((name) => join(of.root, name));
    const texts = await Promise.all(paths.map((path) => readText(of.files, path)));
    for (const [index, path] of paths.entries()) {
      const text = texts[index];
      if (text === undefined || found.length >= max) continue;
      const places = await matcher.match(text, max - found.length);
      found.push(...places.map((place) => ({ path, ...place })));
    }
  }
  return found;
}

function requireTime(signal: AbortSignal, until: number): void {
  if (signal.aborted) throw new ServiceError('aborted', 'The search was aborted');
  if (Date.now() <= until) return;
  const seconds = maxTime / 1000;
  throw new ServiceError(
    'timeout',
    `The search took more than ${seconds} seconds; narrow it by \`include\``,
  );
}

/** @returns undefined for what isn't text, and what can't be read (any longer) */
async function readText(
  files: Pick<FileService, 'readFile'>,
  path: string,
): Promise<string | undefined> {
  const bytes = await files.readFile(path).catch(() => undefined);
  if (bytes === undefined || bytes.subarray(0, 8_192).includes(0)) return undefined;
  return new TextDecoder().decode(bytes);
}
