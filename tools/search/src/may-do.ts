import type { Permission } from '@orchestra/core';
import type { SearchItem } from './search-item.ts';

/** True where an extension needs a permission, or may need it in code of which nobody can tell. */
export function mayDo(
  { permissions, mayNeed }: Pick<SearchItem, 'permissions' | 'mayNeed'>,
  permission: Permission,
): boolean {
  return permissions.includes(permission) || mayNeed.includes(permission);
}
