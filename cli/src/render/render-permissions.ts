import {
  describeUnclear,
  type Permission,
  permissionTexts,
  type UnclearCode,
} from '@orchestra/core';
import { renderTable, type Style } from '@orchestra/terminal';

/** What a version may do, as far as it is known. */
export interface ShownPermissions {
  permissions: readonly Permission[];
  /** Undefined where it isn't known. */
  unclearCode?: UnclearCode | undefined;
  /** False for a package that no registry has let pass. */
  isCleared: boolean;
}

/** Renders what an extension may do: a line for each permission in plain words, then what nobody can tell. */
export function renderPermissions(of: ShownPermissions, style: Style): string {
  const { permissions } = of;
  const unclear = describeUnclear({ unclearCode: undefined, ...of });
  const none = unclear === null ? style.green('needs no permissions') : 'declares no permissions';
  return [
    permissions.length === 0 ? `  ${none}` : renderRows(permissions, style),
    ...(unclear === null ? [] : [`  ${style.yellow(unclear.text)}`]),
    ...(unclear === null || unclear.mayNeed.length === 0
      ? []
      : [renderRows(unclear.mayNeed, style)]),
  ].join('\n');
}

function renderRows(permissions: readonly Permission[], style: Style): string {
  return renderTable(
    permissions.map((permission) => {
      const { title, text, dangerous } = permissionTexts[permission];
      const shown = dangerous ? style.bold(style.red(`${title} (dangerous)`)) : style.bold(title);
      return ['', shown, text, style.dim(permission)];
    }),
  );
}
