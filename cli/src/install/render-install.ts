import { formatBytes } from '@orchestra/core';
import { plain, type Style } from '@orchestra/terminal';
import { renderPermissions } from '../render/render-permissions.ts';
import type { Installed } from '../store/state.ts';
import { addedPermissions, describeAdded } from './added-permissions.ts';
import type { ResolvedInstall } from './resolved-install.ts';

/** Renders what the user consents to: the versions, their publishers and permissions. */
export function renderInstall(
  resolved: ResolvedInstall,
  options: { before: Installed | undefined; style: Style },
): string {
  const { before, style } = options;
  const { name, version, publishers, from } = resolved;
  const by = publishers.length === 0 ? '' : ` by ${publishers.join(', ')}`;
  const where = from.kind === 'file' ? from.file : `${from.registry}, ${formatBytes(from.size)}`;
  const lines = [
    `${style.bold(name)} ${style.green(version)} — ${plain(resolved.displayName)}${by} ${style.dim(`(${where})`)}`,
  ];
  if (before !== undefined) lines.push(`  replaces ${before.version}${origin(before, resolved)}`);
  lines.push(renderPermissions({ ...resolved, isCleared: from.kind === 'registry' }, style));
  const added = before === undefined ? '' : describeAdded(addedPermissions(resolved, before));
  if (added !== '') lines.push(`  ${style.yellow('new in this version:')} ${added}`);
  return lines.join('\n');
}

/**
 * Names where the installed version came from, if that is another registry, which may have a different
 * extension of the same name.
 */
function origin(before: Installed, { from }: ResolvedInstall): string {
  const registry = from.kind === 'registry' ? from.registry : null;
  if (before.registry === registry) return '';
  return `, which came from ${before.registry ?? before.source}`;
}
