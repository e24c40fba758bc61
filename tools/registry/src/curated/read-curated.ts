import {
  type CategoriesFile,
  CategoriesFileSchema,
  ClearedFileSchema,
  type ClearedPackage,
  FeaturedFileSchema,
  type Owner,
  parseJson,
  RegistryError,
  ReservedNamesFileSchema,
  VerifiedFileSchema,
} from '@orchestra/core';
import type { Static, TSchema } from 'typebox';
import type { IndexSnapshot } from '../index/git-index.ts';

/** The curated files of the index, which people edit. */
export interface Curated {
  categories: CategoriesFile['categories'];
  /** Names, in order. */
  featured: string[];
  verified: Owner[];
  reservedNames: ReadonlySet<string>;
  /** Packages that a person reviewed. */
  cleared: ClearedPackage[];
}

/**
 * Reads the curated files of an index.
 *
 * @throws RegistryError `index-damaged`
 */
export async function readCurated(snapshot: IndexSnapshot): Promise<Curated> {
  const [categories, featured, verified, reserved, cleared] = await Promise.all([
    read(snapshot, { path: 'categories.json', schema: CategoriesFileSchema }),
    read(snapshot, { path: 'featured.json', schema: FeaturedFileSchema }),
    read(snapshot, { path: 'verified.json', schema: VerifiedFileSchema }),
    read(snapshot, { path: 'reserved-names.json', schema: ReservedNamesFileSchema }),
    read(snapshot, { path: 'cleared.json', schema: ClearedFileSchema, absent: nothingCleared }),
  ]);
  return {
    categories: categories.categories,
    featured: featured.featured,
    verified: verified.verified,
    reservedNames: new Set(reserved.reserved),
    cleared: cleared.cleared,
  };
}

/** Used for an index that was made before this file existed. */
const nothingCleared = '{ "format": 1, "cleared": [] }';

async function read<S extends TSchema>(
  snapshot: IndexSnapshot,
  file: { path: string; schema: S; absent?: string },
): Promise<Static<S>> {
  const text = (await snapshot.readFile(file.path)) ?? file.absent ?? '';
  const parsed = parseJson(file.schema, text);
  if (parsed.ok) return parsed.value;
  throw new RegistryError(
    'index-damaged',
    `${file.path} of the index is damaged: ${parsed.reason}`,
    {
      hint: 'Correct the file in a commit.',
    },
  );
}
