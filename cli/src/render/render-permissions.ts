import { type Permission, permissionTexts } from '@orchestra/core';
import { renderTable, type Style } from '@orchestra/terminal';

/** Renders the permissions of an extension, one line each in plain words. */
export function renderPermissions(permissions: readonly Permission[], style: Style): string {
  if (permissions.length === 0) return `  ${style.green('needs no permissions')}`;
  const rows = permissions.map((permission) => {
    const { title, text, dangerous } = permissionTexts[permission];
    const shown = dangerous ? style.bold(style.red(`${title} (dangerous)`)) : style.bold(title);
    return ['', shown, text, style.dim(permission)];
  });
  return renderTable(rows);
}
