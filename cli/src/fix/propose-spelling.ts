import {
  categories,
  type Manifest,
  type ManifestChange,
  mapCategory,
  nearest,
  permissions,
} from '@orchestra/core';

/** Proposes the registry's spelling for categories and permissions, and removes duplicates. */
export function proposeSpelling({ raw }: Manifest): ManifestChange[] {
  return [
    ...spellList(raw['categories'], 'categories', (word) =>
      mapCategory(word) === undefined ? nearest(word, categories) : undefined,
    ),
    ...spellList(raw['permissions'], 'permissions', (word) =>
      permissions.some((known) => known === word) ? undefined : nearest(word, permissions),
    ),
  ];
}

function spellList(
  written: unknown,
  field: string,
  mend: (word: string) => string | undefined,
): ManifestChange[] {
  if (!Array.isArray(written)) return [];
  const value = [
    ...new Set(
      written.map((word: unknown) => (typeof word === 'string' ? (mend(word) ?? word) : word)),
    ),
  ];
  const isSame = value.length === written.length && value.every((word, at) => word === written[at]);
  return isSame ? [] : [{ path: [field], value, reason: 'spelled as here, each once' }];
}
