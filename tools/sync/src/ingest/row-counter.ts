import { showable } from '@orchestra/core';
import type { Downloads } from '@orchestra/db';
import { parseUsageRow, usageColumns } from './parse-usage-row.ts';

/** A problem in a log. */
export interface LogProblem {
  /** Line in the uncompressed file, from 1; null for the whole file. */
  line: number | null;
  reason: string;
}

const mostProblems = 100;

/** Counts the downloads in the rows of one usage log, and keeps nothing else of them. */
export class RowCounter {
  /** Number of rows after the header. */
  rows = 0;
  /** The first hundred problems. */
  readonly problems: LogProblem[] = [];
  /** Number of all problems. */
  problemCount = 0;
  /** True where the header is that of another kind of file. */
  isForeign = false;
  readonly #prefix: string;
  readonly #counted = new Map<string, Downloads>();
  #headerRead = false;
  #toldLine: number | null = null;

  /** @param options.prefix of object names before `packages/` */
  constructor(options: { prefix: string }) {
    this.#prefix = options.prefix;
  }

  /** Reads the header on the first call, then one row per call. */
  read(row: readonly string[], line: number): void {
    if (this.isForeign) return;
    if (!this.#headerRead) {
      this.#readHeader(row, line);
      return;
    }
    this.rows += 1;
    const parsed = parseUsageRow(row, { prefix: this.#prefix });
    if (parsed.kind === 'invalid') this.tell({ line, reason: parsed.reason });
    if (parsed.kind === 'download') this.#count(parsed);
  }

  /** Notes a problem. Only the first one in a line counts, because it causes the others. */
  tell(problem: LogProblem): void {
    if (problem.line !== null && problem.line === this.#toldLine) return;
    this.#toldLine = problem.line;
    this.problemCount += 1;
    if (this.problems.length < mostProblems) this.problems.push(problem);
  }

  /** Returns the downloads, one item for each version and day. */
  end(): Downloads[] {
    if (!this.#headerRead && this.problemCount === 0) this.#readHeader([], 1);
    return [...this.#counted.values()];
  }

  #readHeader(row: readonly string[], line: number): void {
    this.#headerRead = true;
    this.isForeign = row.join() !== usageColumns.join();
    if (this.isForeign) this.tell({ line, reason: describeHeader(row) });
  }

  #count({ name, version, day }: Omit<Downloads, 'downloads'>): void {
    const key = `${name} ${version} ${day}`;
    const before = this.#counted.get(key);
    if (before === undefined) this.#counted.set(key, { name, version, day, downloads: 1 });
    else before.downloads += 1;
  }
}

/**
 * Describes a wrong header. Quotes only what looks like a column name, because a row of another file may
 * contain addresses.
 */
function describeHeader(found: readonly string[]): string {
  const columns = found.map((column) => (/^[a-z][a-z_ ]{0,40}$/i.test(column) ? column : '…'));
  const what = found.includes('storage_byte_hours') ? 'that of a storage log, ' : '';
  const shown = columns.length === 0 ? 'nothing' : showable(columns.join()).slice(0, 300);
  return `Expected the header of a usage log, ${usageColumns.join()}; found ${what}${shown}`;
}
