import { showable } from '@orchestra/core';
import { alignColumns, type Render } from '@orchestra/registry';
import type { IngestedResult } from './ingest-log.ts';
import { renderCount } from '../command/render-count.ts';

const mostUnknown = 50;

/** A table of the logs, what of them is not counted, and why. */
export const renderIngested: Render<readonly IngestedResult[]> = (results, colors) => {
  const outcomes = {
    counted: colors.green('counted'),
    known: 'counted before',
    refused: colors.red('refused'),
  };
  const number = (value: number) => value.toLocaleString('en');
  const table = alignColumns([
    ['log', 'rows', 'downloads', 'outcome'],
    ...results.map(({ file, rows, downloads, outcome }) => [
      showable(file),
      number(rows),
      number(downloads),
      outcomes[outcome],
    ]),
  ]);
  return table + results.map((result) => unknownOf(result) + problemsOf(result)).join('');

  function unknownOf({ file, unknown }: IngestedResult): string {
    if (unknown.length === 0) return '';
    const rows = unknown
      .slice(0, mostUnknown)
      .map(({ name, version, downloads }) => [`  ${name} ${version}`, number(downloads)]);
    const title = `${showable(file)}: not counted, since the index never had them`;
    return `${colors.yellow(title)}\n${alignColumns(rows)}${more(unknown.length - rows.length, 'version')}`;
  }

  function problemsOf({ file, problems, problemCount }: IngestedResult): string {
    if (problemCount === 0) return '';
    const rows = problems.map(({ line, reason }) => [
      line === null ? '  the file' : `  line ${line}`,
      reason,
    ]);
    const title = `${showable(file)}: nothing of it is counted`;
    return `${colors.red(title)}\n${alignColumns(rows)}${more(problemCount - rows.length, 'problem')}`;
  }
};

function more(count: number, one: string): string {
  return count === 0 ? '' : `  and ${renderCount(count, { one, more: `${one}s` })} more\n`;
}
