import type { AnyNode } from 'acorn';
import type { Place } from '@orchestra/core';
import { placeOf } from '../evaluated/place-of.ts';
import type { ParsedCode } from '../syntax/parse-code.ts';
import { type FindSource, readSourceMap } from './read-source-map.ts';

/** Finds lines and columns, and their places in the author's source. */
export class Locator {
  readonly #codeOf: (node: AnyNode) => ParsedCode | undefined;
  readonly #files: ReadonlyMap<string, Uint8Array>;
  readonly #originals: ReadonlyMap<string, ParsedCode>;
  readonly #lines = new Map<ParsedCode, { starts: number[]; find: FindSource }>();

  /**
   * @param codeOf finds the code that a node is part of
   * @param of.originals code as it is in the package, by path
   */
  constructor(
    codeOf: (node: AnyNode) => ParsedCode | undefined,
    of: {
      files: ReadonlyMap<string, Uint8Array>;
      originals: ReadonlyMap<string, ParsedCode>;
    },
  ) {
    this.#codeOf = codeOf;
    this.#files = of.files;
    this.#originals = of.originals;
  }

  /**
   * Adds places to findings, sorted by file and position.
   *
   * @param told what is told of a finding, a word of which stands at its place
   */
  all<T extends { node: AnyNode }>(
    found: readonly T[],
    told?: (each: T) => string,
  ): (T & { place: Place })[] {
    return found
      .map((each) => ({ ...each, place: this.#placeOf(each.node, told?.(each)) }))
      .toSorted(
        (left, right) =>
          compare(left.place.file, right.place.file) ||
          left.place.line - right.place.line ||
          left.place.column - right.place.column,
      );
  }

  #placeOf(node: AnyNode, told: string | undefined): Place {
    const traced = this.#codeOf(node);
    const { path, offset } = placeOf(traced, node);
    const code = this.#originals.get(path);
    if (code === undefined) return { file: '', line: 1, column: 1 };
    const { starts, find } = this.#linesOf(code);
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    const at = { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
    const source = find({ ...at, told });
    return { file: code.path, ...at, ...(source === undefined ? {} : { source }) };
  }

  #linesOf(code: ParsedCode): { starts: number[]; find: FindSource } {
    const known = this.#lines.get(code);
    if (known !== undefined) return known;
    const starts = [0];
    for (let at = code.text.indexOf('\n'); at !== -1; at = code.text.indexOf('\n', at + 1)) {
      starts.push(at + 1);
    }
    const made = { starts, find: readSourceMap(code, this.#files) };
    this.#lines.set(code, made);
    return made;
  }
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
