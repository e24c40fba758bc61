import { plain, type Render, renderTable } from '@orchestra/terminal';
import { renderCount } from '../command/render-count.ts';
import type { IngestedResult } from './ingest-log.ts';

const mostUnknown = 50;

/** Renders a table of the logs, with what wasn't counted and why. */
export const renderIngested: Render<readonly IngestedResult[]> = (results, style) => {
  const outcomes = {
    counted: style.green('counted'),
    known: 'counted before',
    refused: style.red('refused'),
  };
  const number = (value: number) => value.toLocaleString('en');
  const table = renderTable([
    ['log', 'rows', 'downloads', 'outcome'],
    ...results.map(({ file, rows, downloads, outcome }) => [
      plain(file),
      number(rows),
      number(downloads),
      outcomes[outcome],
    ]),
  ]);
  const details = results.flatMap((result) => [...unknownOf(result), ...problemsOf(result)]);
  return [table, ...details].join('\n');

  function unknownOf({ file, unknown }: IngestedResult): string[] {
    if (unknown.length === 0) return [];
    const rows = unknown
      .slice(0, mostUnknown)
      .map(({ name, version, downloads }) => [`  ${name} ${version}`, number(downloads)]);
    const title = `${plain(file)}: not counted, since the index never had them`;
    return [
      style.yellow(title),
      renderTable(rows),
      ...more(unknown.length - rows.length, 'version'),
    ];
  }

  function problemsOf({ file, problems, problemCount }: IngestedResult): string[] {
    if (problemCount === 0) return [];
    const rows = problems.map(({ line, reason }) => [
      line === null ? '  the file' : `  line ${line}`,
      plain(reason),
    ]);
    const title = `${plain(file)}: nothing of it is counted`;
    return [style.red(title), renderTable(rows), ...more(problemCount - rows.length, 'problem')];
  }
};

function more(count: number, one: string): string[] {
  if (count === 0) return [];
  return [`  and ${renderCount(count, { one, more: `${one}s` })} more`];
}
