import {
  type Analysis,
  type IndexEntry,
  type IndexVersion,
  type Permission,
  type Place,
} from '@orchestra/core';
import { describeUnresolved, parseAnalysis } from '@orchestra/code-analysis';
import type { CodePlace, CodePlaces } from '../page-data/extension-page.ts';
import type { SiteSource } from '../site-source.ts';

/** The analysis of a version's code, prepared for display. */
export interface CodeUse {
  /** Places by permission. */
  needed: ReadonlyMap<Permission, CodePlaces>;
  unresolved: CodePlaces;
  unsupported: CodePlaces;
}

const path = 'permissions.json';
const most = 5;

/** Reads the analysis of a version's code; empty where there is none, or the version is quarantined. */
export async function readCodeUse(
  entry: IndexEntry,
  { version, source }: { version: IndexVersion; source: SiteSource },
): Promise<CodeUse> {
  const isThere = version.docs[path] !== undefined && version.status !== 'quarantined';
  const of = { name: entry.name, version: version.version, path };
  const bytes = isThere ? await source.readDoc(of) : null;
  return toCode(bytes === null ? null : parseAnalysis(bytes.toString('utf8')));
}

function toCode(analysis: Analysis | null): CodeUse {
  const { permissions = [], unresolved = [], unsupported = [] } = analysis ?? {};
  return {
    needed: new Map(
      permissions.map(({ permission, count, uses }) => [
        permission,
        firstOf(uses, { count, toPlace: ({ call, place }) => toPlace(place, { what: call }) }),
      ]),
    ),
    unresolved: firstOf(unresolved, {
      count: unresolved.length,
      toPlace: (code) => {
        const { why, needs } = describeUnresolved(code);
        return toPlace(code.place, { what: code.what, note: `${why}. It may need ${needs}.` });
      },
    }),
    unsupported: firstOf(unsupported, {
      count: unsupported.length,
      toPlace: ({ feature, call, place }) => toPlace(place, { what: call, note: feature }),
    }),
  };
}

function firstOf<T>(
  found: readonly T[],
  { count, toPlace: make }: { count: number; toPlace: (one: T) => CodePlace },
): CodePlaces {
  const places = found.slice(0, most).map(make);
  return { places, more: count - places.length };
}

/**
 * Prepares a place for display. The place in the package counts; the one in the source is only a source map's
 * claim.
 */
function toPlace(
  { source, ...packed }: Place,
  { what, note = null }: { what: string; note?: string | null },
): CodePlace {
  const claimed = source === undefined ? null : showPosition(source);
  return { what, at: showPosition(packed), claimed, note };
}

function showPosition({ file, line, column }: Omit<Place, 'source'>): string {
  return `${file}:${line}:${column}`;
}
