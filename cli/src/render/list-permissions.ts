import type { Permission, UnclearCode } from '@orchestra/core';
import type { Style } from '@orchestra/terminal';

/** Renders permissions in a cell of a table, with a word on code of which nobody can tell. */
export function listPermissions(
  { permissions, unclearCode }: { permissions: readonly Permission[]; unclearCode?: UnclearCode },
  style: Style,
): string {
  const isUnclear = unclearCode !== undefined && unclearCode.mayNeed.length > 0;
  if (permissions.length === 0 && !isUnclear) return style.dim('none');
  return [...permissions, ...(isUnclear ? [style.yellow('unclear code')] : [])].join(', ');
}
