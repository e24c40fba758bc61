import type { Permission } from '../../schema/names.ts';
import type { Manifest } from '../manifest.ts';
import type { ManifestChange } from './manifest-change.ts';

/**
 * Proposes to declare exactly the permissions that the code uses.
 *
 * @param isWhole false where it may use others, because not all of it could be told
 */
export function proposePermissions(
  { raw }: Manifest,
  used: readonly Permission[],
  { isWhole = true }: { isWhole?: boolean } = {},
): ManifestChange[] {
  const declared: unknown = raw['permissions'];
  const isSame = Array.isArray(declared) && isSameSet(declared, used);
  if (isSame) return [];
  const after = ['categories', 'compat', 'engines', 'version', 'name'];
  const reason = isWhole ? 'what its code uses' : 'what its code surely uses; it may use more';
  return [{ path: ['permissions'], value: [...used], after, reason }];
}

/**
 * True where both hold the same permissions. False where one is declared twice, so that the list gets
 * corrected.
 */
function isSameSet(declared: readonly unknown[], used: readonly Permission[]): boolean {
  return declared.length === used.length && used.every((one) => declared.includes(one));
}
