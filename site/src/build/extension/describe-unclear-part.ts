import { describeUnclear, type IndexVersion, permissionTexts } from '@orchestra/core';
import type { UnclearPart } from '../page-data/extension-page.ts';

/** Describes what nobody can tell of a version's code; null where all of it can be told. */
export function describeUnclearPart({
  permissions,
  unclearCode,
}: Pick<IndexVersion, 'permissions' | 'unclearCode'>): UnclearPart | null {
  const told = describeUnclear({ permissions, unclearCode, isCleared: true });
  if (told === null) return null;
  return {
    text: told.text,
    permissions: told.mayNeed.map((id) => ({ id, ...permissionTexts[id] })),
  };
}
