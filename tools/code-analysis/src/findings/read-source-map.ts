import type { Place } from '@orchestra/core';
import { findSourceMap, type MappedCode } from './find-source-map.ts';
import { joinInside } from '../modules/specifier.ts';
import { holdsWord } from './holds-word.ts';
import { type MappedPlace, parseSourceMap } from './source-map.ts';

/**
 * Finds the place in the author's source for a place in the code; undefined where no source map has it, or
 * where the source has no such thing there.
 *
 * @param at.told what is told of the place, such as `fs.rmSync`; undefined where any line may be it
 */
export type FindSource = (at: {
  line: number;
  column: number;
  told: string | undefined;
}) => Place['source'];

/**
 * Reads the source map of a code file: a file of the package, or inline in the code. An unreadable map, or
 * one outside of the package, finds nothing.
 *
 * Source: https://tc39.es/ecma426/
 *
 * @param files files of the package by path, among which sources may be
 */
export function readSourceMap(
  code: MappedCode,
  files: ReadonlyMap<string, Uint8Array>,
): FindSource {
  const map = findSourceMap(code, files);
  if (map === null) return () => undefined;
  const lookUp = parseSourceMap(map.text);
  const lines = new Lines(files);
  const generated = code.text.split('\n');
  return ({ line, column, told }) => {
    const found = lookUp({ line: line - 1, column: column - 1 });
    const file = found === null ? undefined : sourcePath(found.source, map.folder);
    if (found === null || file === undefined) return undefined;
    const here = generated[line - 1] ?? '';
    const sources = lines.of(file, found);
    const isThere =
      sources === null
        ? isSameStatement(here.slice(column - 1 - found.distance, column - 1))
        : isIn(sources, found, { told, written: here.slice(column - 1) });
    return isThere ? { file, line: found.line, column: found.column } : undefined;
  };
}

/** True where a line of the source has the column, and what is told or written there. */
function isIn(
  lines: readonly string[],
  { line, column }: MappedPlace,
  of: { told: string | undefined; written: string },
): boolean {
  const text = lines[line - 1];
  if (text === undefined || column > text.length + 1) return false;
  // lines of minified sources are long
  const near = text.slice(Math.max(0, column - 200), column + 400);
  return of.told === undefined || holdsWord(near, { told: of.told, written: of.written });
}

/** Without the source: true where no other statement begins between what is mapped and the place. */
function isSameStatement(between: string): boolean {
  return between.length < 200 && !/[;{}]/.test(between);
}

/** Lines of sources: of a file of the package, or of the text in the map. */
class Lines {
  readonly #files: ReadonlyMap<string, Uint8Array>;
  readonly #known = new Map<string, string[]>();

  constructor(files: ReadonlyMap<string, Uint8Array>) {
    this.#files = files;
  }

  of(file: string, { content }: MappedPlace): string[] | null {
    const known = this.#known.get(file);
    if (known !== undefined) return known;
    const bytes = this.#files.get(file);
    const text = bytes === undefined ? content : new TextDecoder().decode(bytes);
    if (typeof text !== 'string') return null;
    const lines = text.split(/\r\n?|\n/);
    this.#known.set(file, lines);
    return lines;
  }
}

/** Path of a source relative to the author's folder; undefined for anything outside of it. */
function sourcePath(source: string, folder: string): string | undefined {
  const ofBundler = /^webpack:\/\/[^/]*\/(.*)$/.exec(source)?.[1];
  const path = ofBundler ?? source;
  if (path.startsWith('/') || /^[a-z][a-z\d+.-]*:/i.test(path)) return undefined;
  const parts = ofBundler === undefined ? folder.split('/').filter(Boolean) : [];
  const inside = joinInside(parts, path);
  const isPlain = inside && inside.length <= 300 && !/[\p{Cc}\p{Cf}\\?*:]/u.test(path);
  return isPlain ? inside : undefined;
}
