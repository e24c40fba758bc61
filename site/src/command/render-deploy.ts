import type { DeployReport } from '../publish/deploy-site.ts';
import { formatBytes } from '../texts/format-bytes.ts';

/** Says what a deploy did, or would do. */
export function renderDeploy(
  { written, bytes, removed, kept }: DeployReport,
  { to, dryRun }: { to: string; dryRun: boolean },
): string {
  const will = dryRun ? 'Would write' : 'Wrote';
  const lines = [
    written.length === 0 && removed.length === 0
      ? `${to} has this site already`
      : `${will} ${count(written.length)} (${formatBytes(bytes)}) to ${to}`,
    ...(removed.length === 0
      ? []
      : [`${dryRun ? 'Would remove' : 'Removed'} ${count(removed.length)}`]),
    ...(kept === 0 ? [] : [`${count(kept)} of earlier sites stay there; --delete removes them`]),
  ];
  return `${lines.join('\n')}\n`;
}

function count(files: number): string {
  return files === 1 ? '1 file' : `${files} files`;
}
