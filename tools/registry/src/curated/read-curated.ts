import {
  type CategoriesFile,
  CategoriesFileSchema,
  FeaturedFileSchema,
  type Owner,
  parseJson,
  RegistryError,
  ReservedNamesFileSchema,
  VerifiedFileSchema,
} from '@orchestra/core';
import type { Static, TSchema } from 'typebox';
import type { IndexSnapshot } from '../index/git-index.ts';

/** What people decided: the curated files of the index. */
export interface Curated {
  categories: CategoriesFile['categories'];
  /** Names, in order. */
  featured: string[];
  verified: Owner[];
  reservedNames: ReadonlySet<string>;
}

/**
 * Reads the curated files of an index.
 *
 * @throws RegistryError `index-damaged`
 */
export async function readCurated(snapshot: IndexSnapshot): Promise<Curated> {
  const [categories, featured, verified, reserved] = await Promise.all([
    read(snapshot, { path: 'categories.json', schema: CategoriesFileSchema }),
    read(snapshot, { path: 'featured.json', schema: FeaturedFileSchema }),
    read(snapshot, { path: 'verified.json', schema: VerifiedFileSchema }),
    read(snapshot, { path: 'reserved-names.json', schema: ReservedNamesFileSchema }),
  ]);
  return {
    categories: categories.categories,
    featured: featured.featured,
    verified: verified.verified,
    reservedNames: new Set(reserved.reserved),
  };
}

async function read<S extends TSchema>(
  snapshot: IndexSnapshot,
  file: { path: string; schema: S },
): Promise<Static<S>> {
  const parsed = parseJson(file.schema, (await snapshot.readFile(file.path)) ?? '');
  if (parsed.ok) return parsed.value;
  throw new RegistryError(
    'index-damaged',
    `${file.path} of the index is damaged: ${parsed.reason}`,
    {
      hint: 'Correct the file in a commit.',
    },
  );
}
