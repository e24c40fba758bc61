import { renderTable } from '@orchestra/terminal';
import type { Command } from '../command.ts';
import { formatDay } from '../render/format-day.ts';
import { listPermissions } from '../render/list-permissions.ts';
import { warn } from '../render/warn.ts';
import { readInstalled } from '../store/read-installed.ts';
import type { Installed } from '../store/state.ts';

/** An installed extension in the list. */
export type Listed = { name: string } & Pick<
  Installed,
  'version' | 'compat' | 'permissions' | 'unclearCode' | 'installedAt' | 'source' | 'pinned'
>;

/** Lists installed extensions. A damaged state is reported, and the list is then made from the folders. */
export const list: Command<object, Listed[]> = {
  async run(_options, context) {
    const { state, damage } = await readInstalled(context);
    if (damage !== null) warn(damage, context);
    return Object.entries(state.extensions).map(([name, installed]) => {
      const { version, compat, permissions, unclearCode, installedAt, source, pinned } = installed;
      const unclear = unclearCode === undefined ? {} : { unclearCode };
      return { name, version, compat, permissions, ...unclear, installedAt, source, pinned };
    });
  },
  text(listed, style) {
    if (listed.length === 0) {
      return 'Nothing is installed. Find something: orchestra ext search theme';
    }
    const head = ['NAME', 'VERSION', 'KIND', 'PERMISSIONS', 'INSTALLED'].map((s) => style.dim(s));
    const rows = listed.map((one) => [
      style.bold(one.name),
      one.pinned ? `${one.version} ${style.dim('pinned')}` : one.version,
      one.compat,
      listPermissions(one, style),
      formatDay(one.installedAt),
    ]);
    return renderTable([head, ...rows]);
  },
  json: (listed) => listed.map(({ pinned: _pinned, ...one }) => one),
};
