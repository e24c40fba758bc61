import type { Permission } from '../../schema/names.ts';
import type { Manifest } from '../manifest.ts';
import type { ManifestChange } from './manifest-change.ts';

/** Proposes to declare exactly the permissions that the code uses. */
export function proposePermissions(
  { raw }: Manifest,
  used: readonly Permission[],
): ManifestChange[] {
  const declared: unknown = raw['permissions'];
  const isSame = Array.isArray(declared) && isSameSet(declared, used);
  if (isSame) return [];
  const after = ['categories', 'compat', 'engines', 'version', 'name'];
  return [{ path: ['permissions'], value: [...used], after, reason: 'what its code uses' }];
}

/**
 * True where both hold the same permissions. False where one is declared twice, so that the list gets
 * corrected.
 */
function isSameSet(declared: readonly unknown[], used: readonly Permission[]): boolean {
  return declared.length === used.length && used.every((one) => declared.includes(one));
}
