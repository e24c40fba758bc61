import { alignColumns, type Render } from '@orchestra/registry';
import type { MirrorResult } from '../mirror-index.ts';
import { renderCount } from './render-count.ts';

/** What was mirrored, and everything that could not be. */
export const renderMirrored: Render<MirrorResult> = (result, colors) => {
  const { from, to, mirrored, removed, problems, documents } = result;
  const bad = problems.map(({ path, reason }) => [path, reason]);
  const unread = documents.failures.map(({ name, version, reason }) => [
    `${name} ${version}`,
    reason,
  ]);
  const changed =
    mirrored + removed === 0 && from === to
      ? 'Nothing changed'
      : `${colors.green('Mirrored')} ${renderCount(mirrored, { one: 'entry', more: 'entries' })}, ${removed} removed`;
  const waiting = documents.waiting === 0 ? '' : `, ${documents.waiting} still to be read`;
  return (
    `${changed}; the index is at ${to.slice(0, 12)}\n` +
    `Documents of ${renderCount(documents.read, { one: 'version', more: 'versions' })} read${waiting}\n` +
    list(`${renderCount(bad.length, { one: 'file', more: 'files' })} could not be mirrored`, bad) +
    list('Documents that could not be read', unread)
  );

  function list(title: string, rows: string[][]): string {
    return rows.length === 0 ? '' : `${colors.red(title)}\n${alignColumns(rows)}`;
  }
};
