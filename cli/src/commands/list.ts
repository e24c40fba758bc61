import { renderTable } from '@orchestra/terminal';
import type { Command } from '../command.ts';
import { formatDay } from '../render/format-day.ts';
import { warn } from '../render/warn.ts';
import { readInstalled } from '../store/read-installed.ts';
import type { Installed } from '../store/state.ts';

/** An installed extension in the list. */
export type Listed = { name: string } & Pick<
  Installed,
  'version' | 'compat' | 'permissions' | 'installedAt' | 'source' | 'pinned'
>;

/** Lists installed extensions. A damaged state is reported, and the list is then made from the folders. */
export const list: Command<object, Listed[]> = {
  async run(_options, context) {
    const { state, damage } = await readInstalled(context);
    if (damage !== null) warn(damage, context);
    return Object.entries(state.extensions).map(([name, installed]) => {
      const { version, compat, permissions, installedAt, source, pinned } = installed;
      return { name, version, compat, permissions, installedAt, source, pinned };
    });
  },
  text(listed, style) {
    if (listed.length === 0) {
      return 'Nothing is installed. Find something: orchestra ext search theme';
    }
    const head = ['NAME', 'VERSION', 'KIND', 'PERMISSIONS', 'INSTALLED'].map((s) => style.dim(s));
    const rows = listed.map(({ name, version, compat, permissions, installedAt, pinned }) => [
      style.bold(name),
      pinned ? `${version} ${style.dim('pinned')}` : version,
      compat,
      permissions.length === 0 ? style.dim('none') : permissions.join(', '),
      formatDay(installedAt),
    ]);
    return renderTable([head, ...rows]);
  },
  json: (listed) => listed.map(({ pinned: _pinned, ...one }) => one),
};
