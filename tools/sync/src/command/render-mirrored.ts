import { plain, type Render, renderTable } from '@orchestra/terminal';
import type { MirrorResult } from '../mirror-index.ts';
import { renderCount } from './render-count.ts';

/** Renders what was mirrored, and everything that couldn't be. */
export const renderMirrored: Render<MirrorResult> = (result, style) => {
  const { from, to, mirrored, removed, problems, documents } = result;
  const bad = problems.map(({ path, reason }) => [path, reason]);
  const unread = documents.failures.map(({ name, version, reason }) => [
    `${name} ${version}`,
    reason,
  ]);
  const changed =
    mirrored + removed === 0 && from === to
      ? 'Nothing changed'
      : `${style.green('Mirrored')} ${renderCount(mirrored, { one: 'entry', more: 'entries' })}, ${removed} removed`;
  const waiting = documents.waiting === 0 ? '' : `, ${documents.waiting} still to be read`;
  return [
    `${changed}; the index is at ${to.slice(0, 12)}`,
    `Documents of ${renderCount(documents.read, { one: 'version', more: 'versions' })} read${waiting}`,
    ...list(
      `${renderCount(bad.length, { one: 'file', more: 'files' })} could not be mirrored`,
      bad,
    ),
    ...list('Documents that could not be read', unread),
  ].join('\n');

  function list(title: string, rows: readonly string[][]): string[] {
    if (rows.length === 0) return [];
    return [style.red(title), renderTable(rows.map((row) => row.map(plain)))];
  }
};
