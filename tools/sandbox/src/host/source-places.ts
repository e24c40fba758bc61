import { parseJson } from '@orchestra/core';
import { SourceMap } from 'node:module';
import { Type } from 'typebox';

/** A place in the author's sources; line and column are from 1. */
export interface SourcePlace {
  /** Relative to the extension's folder where the bundle has a source map. */
  file: string;
  line: number;
  column: number;
}

/** Code of an extension as one ES module that imports nothing. */
export interface BuiltCode {
  code: string;
  /** Its source map, as JSON, whose sources are relative to the extension's folder; null where there is none. */
  map: string | null;
  /** What it is called in stacks, e.g. `dist/main.js`. */
  name: string;
  /** Folders of sources that are the app's, as the source map names them: no place is in one of them. */
  appFolders?: readonly string[];
}

/** ECMA-426, as far as it is read. */
const SourceMapSchema = Type.Object({
  file: Type.Optional(Type.String()),
  version: Type.Literal(3),
  sources: Type.Array(Type.String()),
  sourcesContent: Type.Optional(Type.Array(Type.String())),
  names: Type.Array(Type.String()),
  mappings: Type.String(),
  sourceRoot: Type.Optional(Type.String()),
});

/** As much of a stack as is read: an extension may make up any. */
const mostCharacters = 10_000;

/** Finds what the places of a bundle were in its sources. */
export class SourcePlaces {
  readonly #name: string;
  readonly #map: SourceMap | null;
  readonly #appFolders: readonly string[];

  constructor({ name, map, appFolders = [] }: BuiltCode) {
    this.#name = name;
    this.#appFolders = appFolders;
    const parsed = map === null ? null : parseJson(SourceMapSchema, map);
    this.#map =
      parsed?.ok === true
        ? new SourceMap({ file: '', sourcesContent: [], sourceRoot: '', ...parsed.value })
        : null;
  }

  /**
   * Where in the author's own code a stack begins: in that of a package that it uses, where there is none else.
   * Null where it isn't the extension's.
   */
  find(stack: string): SourcePlace | null {
    let first: SourcePlace | null = null;
    for (const line of stack.slice(0, mostCharacters).split('\n')) {
      const place = this.#placeOf(line);
      if (place !== null && !/(?:^|\/)node_modules\//.test(place.file)) return place;
      first ??= place;
    }
    return first;
  }

  /** A stack with the author's places, and without what isn't the extension's. */
  rewrite(stack: string): string {
    const lines = stack
      .slice(0, mostCharacters)
      .split('\n')
      .flatMap((line) => {
        if (!/^\s+at /.test(line)) return [line];
        const place = this.#placeOf(line);
        if (place === null) return [];
        const where = renderSourcePlace(place);
        const named = /^(\s+at (?:async )?[^(]+) \(/.exec(line);
        return [named === null ? `    at ${where}` : `${named[1]} (${where})`];
      });
    return lines.join('\n');
  }

  #placeOf(line: string): SourcePlace | null {
    const frame = /:(\d+):(\d+)\)?\s*$/.exec(line.slice(0, 1_000));
    const before = line.slice(0, frame?.index);
    const file = this.#name;
    if (frame === null || !before.endsWith(file)) return null;
    if (!/(?:\(|\bat |\basync )$/.test(before.slice(0, -file.length))) return null;
    const [, row, column] = frame;
    const place = { line: Number(row), column: Number(column) };
    const found = this.#map?.findEntry(place.line - 1, place.column - 1);
    // a part of a bundle may have no source
    if (found === undefined || !('originalSource' in found)) return { file, ...place };
    if (typeof found.originalSource !== 'string') return { file, ...place };
    const source = found.originalSource;
    if (source.startsWith('provided:')) return null; // a module that stands for an import
    if (this.#appFolders.some((folder) => source.startsWith(`${folder}/`))) return null;
    return {
      file: source,
      line: found.originalLine + 1,
      column: found.originalColumn + 1,
    };
  }
}

/** `src/main.ts:12:5`. */
export function renderSourcePlace({ file, line, column }: SourcePlace): string {
  return `${file}:${line}:${column}`;
}
