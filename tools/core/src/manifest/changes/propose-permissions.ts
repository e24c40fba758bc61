import type { Permission } from '../../schema/names.ts';
import type { Manifest } from '../manifest.ts';
import type { ManifestChange } from './manifest-change.ts';

/** Declares what the code uses: no more and no less. */
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

/** A permission that stands twice is no declaration of what is used. */
function isSameSet(declared: readonly unknown[], used: readonly Permission[]): boolean {
  return declared.length === used.length && used.every((one) => declared.includes(one));
}
