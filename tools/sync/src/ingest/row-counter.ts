import { showable } from '@orchestra/core';
import type { Downloads } from '@orchestra/db';
import { parseUsageRow, usageColumns } from './parse-usage-row.ts';

/** Something in a log that can't be understood. */
export interface LogProblem {
  /** Of the uncompressed file, from 1; null where it is the file as a whole. */
  line: number | null;
  reason: string;
}

const mostProblems = 100;

/** Counts the rows of one usage log, and keeps nothing else of them. */
export class RowCounter {
  /** Behind the header. */
  rows = 0;
  /** The first hundred. */
  readonly problems: LogProblem[] = [];
  /** How many there are. */
  problemCount = 0;
  /** The header is that of another file. */
  isForeign = false;
  readonly #prefix: string;
  readonly #counted = new Map<string, Downloads>();
  #headerRead = false;
  #toldLine: number | null = null;

  /** @param options.prefix of the names of objects, before `packages/` */
  constructor(options: { prefix: string }) {
    this.#prefix = options.prefix;
  }

  /** Reads the header, then every row. */
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

  /** Of a line, the first problem counts: the others follow from it. */
  tell(problem: LogProblem): void {
    if (problem.line !== null && problem.line === this.#toldLine) return;
    this.#toldLine = problem.line;
    this.problemCount += 1;
    if (this.problems.length < mostProblems) this.problems.push(problem);
  }

  /** Each version and day once. */
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

/** A row of another file may have addresses in it: only what looks like a column is quoted. */
function describeHeader(found: readonly string[]): string {
  const columns = found.map((column) => (/^[a-z][a-z_ ]{0,40}$/i.test(column) ? column : '…'));
  const what = found.includes('storage_byte_hours') ? 'that of a storage log, ' : '';
  const shown = columns.length === 0 ? 'nothing' : showable(columns.join()).slice(0, 300);
  return `Expected the header of a usage log, ${usageColumns.join()}; found ${what}${shown}`;
}
