import {
  type CategoriesFile,
  CategoriesFileSchema,
  FeaturedFileSchema,
  type Owner,
  parseJson,
  parseValue,
  VerifiedFileSchema,
} from '@orchestra/core';
import type { SyncProblem } from '@orchestra/db';
import type { IndexChange, ObjectReader } from '@orchestra/registry';
import type { Static, TSchema } from 'typebox';

/** The content of one curated file. */
export interface CuratedFile<T> {
  path: string;
  content: T;
  /** True where it differs from what is mirrored. */
  changed: boolean;
}

/** The contents of all curated files, and those that can't be read. */
export interface CuratedChanges {
  categories: CuratedFile<CategoriesFile>;
  featured: CuratedFile<Static<typeof FeaturedFileSchema>>;
  verified: CuratedFile<{ format: 1; verified: Owner[] }>;
  problems: SyncProblem[];
}

/** The sources of curated files: the index, and the last readable contents. */
export interface CuratedSource {
  reader: ObjectReader;
  /** Last readable contents by path. */
  kept: ReadonlyMap<string, unknown>;
}

/** Reads the curated files that changed. For an unreadable one, the last readable content is used. */
export async function readCuratedChanges(
  changes: readonly IndexChange[],
  source: CuratedSource,
): Promise<CuratedChanges> {
  const problems: SyncProblem[] = [];
  const read = async <S extends TSchema>(of: { path: string; schema: S; empty: Static<S> }) => {
    const { path, schema, empty } = of;
    const before = parseValue(schema, source.kept.get(path));
    const unchanged = { path, content: before.ok ? before.value : empty, changed: false };
    const change = changes.find((one) => one.path === path);
    if (change === undefined) return unchanged;
    if (change.file === null) return { path, content: empty, changed: true };
    const text = await source.reader.read(change.file.object);
    const parsed = parseJson(schema, text?.toString('utf8') ?? '');
    if (parsed.ok) return { path, content: parsed.value, changed: true };
    problems.push({ path, reason: `It can't be read: ${parsed.reason}` });
    return unchanged;
  };
  const categories = await read({
    path: 'categories.json',
    schema: CategoriesFileSchema,
    empty: { format: 1, categories: [] },
  });
  const featured = await read({
    path: 'featured.json',
    schema: FeaturedFileSchema,
    empty: { format: 1, featured: [] },
  });
  const verified = await read({
    path: 'verified.json',
    schema: VerifiedFileSchema,
    empty: { format: 1, verified: [] },
  });
  return { categories, featured, verified, problems };
}
