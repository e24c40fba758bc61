import { formatBytes } from '@orchestra/core';
import { count } from '@orchestra/terminal';
import type { DeployReport } from '../publish/deploy-site.ts';

/** Renders what a deploy did, or would do. */
export function renderDeploy(
  { written, bytes, removed, kept }: DeployReport,
  { to, dryRun }: { to: string; dryRun: boolean },
): string {
  const will = dryRun ? 'Would write' : 'Wrote';
  const lines = [
    written.length === 0 && removed.length === 0
      ? `${to} has this site already`
      : `${will} ${count(written.length, 'file')} (${formatBytes(bytes)}) to ${to}`,
    ...(removed.length === 0
      ? []
      : [`${dryRun ? 'Would remove' : 'Removed'} ${count(removed.length, 'file')}`]),
    ...(kept === 0
      ? []
      : [`${count(kept, 'file')} of earlier sites stay there; --delete removes them`]),
  ];
  return lines.join('\n');
}
