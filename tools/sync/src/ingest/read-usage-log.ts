import type { Downloads } from '@orchestra/db';
import { CsvError, parse, type Parser } from 'csv-parse';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { type LogProblem, RowCounter } from './row-counter.ts';

/** The downloads in a log; nothing about the clients. */
export interface UsageLog {
  /** SHA-256 of the uncompressed bytes. */
  sha256: string;
  rows: number;
  /** One item for each version and day. */
  downloads: Downloads[];
  /** The first hundred problems. */
  problems: readonly LogProblem[];
  /** Number of all problems. */
  problemCount: number;
}

/**
 * Reads a usage log of Cloud Storage, which is compressed if its name ends with `.gz`, with only a few rows
 * in memory at a time. Invalid rows are reported. A file of another kind isn't read to its end.
 *
 * @param options.prefix of object names before `packages/`
 * @param options.onProgress called with the number of rows read
 */
export async function readUsageLog(
  file: string,
  options: { prefix: string; onProgress?: (rows: number) => void },
): Promise<UsageLog> {
  const counter = new RowCounter(options);
  const hash = createHash('sha256');
  async function* hashed(chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      if (counter.isForeign) return;
      hash.update(chunk);
      yield chunk;
      options.onProgress?.(counter.rows);
    }
  }
  const unpack = file.endsWith('.gz') ? createGunzip() : new PassThrough();
  try {
    await pipeline(createReadStream(file), unpack, hashed, parseInto(counter));
  } catch (error) {
    if (!counter.isForeign) counter.tell(describe(error));
  }
  const downloads = counter.end();
  const { rows, problems, problemCount } = counter;
  return { sha256: hash.digest('hex'), rows, downloads, problems, problemCount };
}

/** Each row is counted when it is parsed, and isn't kept. */
function parseInto(counter: RowCounter): Parser {
  const parser = parse({
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_record(row: string[], { lines }) {
      counter.read(row, lines);
      return null;
    },
    on_skip(error) {
      if (error !== undefined && !counter.isForeign) counter.tell(describe(error));
      return undefined;
    },
  });
  return parser.resume();
}

/** @throws errors that aren't caused by the file */
function describe(error: unknown): LogProblem {
  if (error instanceof CsvError) {
    const line = typeof error['lines'] === 'number' ? error['lines'] : null;
    return { line, reason: csvReasons.get(error.code) ?? `Expected CSV; found ${error.code}` };
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('Z_')) return { line: null, reason: 'Expected a whole gzip file' };
  if (/^E[A-Z]+$/.test(code)) return { line: null, reason: `It can't be read (${code})` };
  throw error;
}

const csvReasons = new Map<string, string>([
  ['CSV_QUOTE_NOT_CLOSED', 'Expected a closing quote; found the end of the file'],
  ['CSV_INVALID_CLOSING_QUOTE', 'Expected a comma or the end of the line behind a closing quote'],
  ['INVALID_OPENING_QUOTE', 'Expected quotes only around a whole column'],
  ['CSV_MAX_RECORD_SIZE', 'Expected a row of at most 128,000 characters'],
]);
