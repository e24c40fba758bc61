import {
  originalPositionFor,
  sourceContentFor,
  TraceMap,
  traceSegment,
} from '@jridgewell/trace-mapping';
import { isRecord } from '@orchestra/core';

/** Where a place in the code comes from. */
export interface MappedPlace {
  /** Address of the source as the map has it. */
  source: string;
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
  /** Text of the source; null where the map doesn't have it. */
  content: string | null;
  /** Characters between the beginning of what is mapped and the place. */
  distance: number;
}

/** Looks up a place, both counted from 0. */
export type LookUp = (at: { line: number; column: number }) => MappedPlace | null;

const mostNested = 8;

/**
 * Parses a source map, plain or of sections, whose own maps may have sections too. A map or section that is
 * wrong finds nothing.
 *
 * Source: https://tc39.es/ecma426/#sec-index-source-map
 */
export function parseSourceMap(text: string): LookUp {
  return lookUpIn(text, 0);
}

const nothing: LookUp = () => null;

function lookUpIn(text: string, depth: number): LookUp {
  if (depth > mostNested) return nothing;
  let traced: TraceMap;
  try {
    const map: unknown = JSON.parse(text);
    if (!isRecord(map)) return nothing;
    if (Array.isArray(map['sections'])) return lookUpInSections(map['sections'], depth);
    traced = new TraceMap(text);
  } catch {
    return nothing;
  }
  return (at) => {
    try {
      return lookUpPlain(traced, at);
    } catch {
      // lines that no source has, and other nonsense in what is mapped
      return null;
    }
  };
}

function lookUpPlain(map: TraceMap, { line, column }: { line: number; column: number }) {
  const found = originalPositionFor(map, { line: line + 1, column });
  const segment = traceSegment(map, line, column);
  // a wrong map may refer to sources that it doesn't have, whatever its types say
  if (!found.source || found.line === null || segment === null) return null;
  return {
    source: found.source,
    line: found.line,
    column: found.column + 1,
    content: sourceContentFor(map, found.source),
    distance: column - segment[0],
  };
}

function lookUpInSections(sections: readonly unknown[], depth: number): LookUp {
  const maps = new Map<number, LookUp>();
  const offsets = sections.map(offsetOf);
  return (at) => {
    const nth = offsets.findLastIndex(
      (offset) =>
        offset !== null &&
        (offset.line < at.line || (offset.line === at.line && offset.column <= at.column)),
    );
    const offset = offsets[nth];
    const section = sections[nth];
    if (!offset || !isRecord(section)) return null;
    const lookUp = maps.get(nth) ?? lookUpIn(JSON.stringify(section['map'] ?? null), depth + 1);
    maps.set(nth, lookUp);
    const isFirst = at.line === offset.line;
    return lookUp({
      line: at.line - offset.line,
      column: isFirst ? at.column - offset.column : at.column,
    });
  };
}

function offsetOf(section: unknown): { line: number; column: number } | null {
  const offset = isRecord(section) ? section['offset'] : undefined;
  if (!isRecord(offset)) return null;
  const { line, column } = offset;
  return typeof line === 'number' && typeof column === 'number' ? { line, column } : null;
}
