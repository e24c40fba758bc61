import type { Statistics } from '@orchestra/core';
import { formatDate } from '../texts/format-date.ts';
import { formatNumber } from '../texts/format-number.ts';
import { renderDays } from './render-days.ts';
import { renderVersions } from './render-versions.ts';

/**
 * Renders the statistics of an extension as HTML: numbers, drawings, and a table of the same numbers. Used by
 * the build, and again by the browser to update the page.
 */
export function renderStatistics(statistics: Statistics): string {
  const { days, all, ever } = statistics;
  const { installs, downloads } = all.daily;
  const totals = [
    ['Accounts that have it, or had it', ever.accounts],
    [`Installs in ${days.length} days`, all.totals.installs],
    [`Downloads in ${days.length} days`, all.totals.downloads],
    ['Downloads ever', ever.downloads],
  ] as const;
  const facts = totals.map(
    ([title, count]) => `<div><dt>${title}</dt><dd>${formatNumber(count)}</dd></div>`,
  );
  const isEmpty = all.totals.installs + all.totals.downloads === 0;
  return (
    `<dl class="totals">${facts.join('')}</dl>` +
    (isEmpty
      ? `<p class="empty-note">Nothing was counted in the last ${days.length} days.</p>`
      : drawDays('Installs', days, installs) +
        drawDays('Downloads', days, downloads) +
        renderVersions(statistics) +
        renderTable(days, { installs, downloads }))
  );
}

function drawDays(title: string, days: readonly string[], counts: readonly number[]): string {
  if (counts.every((count) => count === 0))
    return `<p class="chart-none">No ${title.toLowerCase()} in the last ${days.length} days.</p>`;
  const series = renderDays({ id: `chart-${title.toLowerCase()}`, title, days, counts });
  const [first, last] = [days[0], days.at(-1)];
  const range = [first, last].map(
    (day) => `<span>${day === undefined ? '' : formatDate(day)}</span>`,
  );
  return (
    `<figure class="chart-frame"><figcaption class="chart-title">${title} by day</figcaption>${series}` +
    `<p class="chart-range" aria-hidden="true">${range.join('')}</p></figure>`
  );
}

function renderTable(
  days: readonly string[],
  of: { installs: readonly number[]; downloads: readonly number[] },
): string {
  const rows = days.map(
    (day, nth) =>
      `<tr><th scope="row">${formatDate(day)}</th>` +
      `<td>${formatNumber(of.installs[nth] ?? 0)}</td><td>${formatNumber(of.downloads[nth] ?? 0)}</td></tr>`,
  );
  return (
    '<details class="older"><summary>The numbers day by day</summary><div class="table-frame" role="region" aria-label="Numbers day by day" tabindex="0">' +
    '<table class="numbers"><thead><tr><th scope="col">Day</th><th scope="col">Installs</th>' +
    `<th scope="col">Downloads</th></tr></thead><tbody>${rows.toReversed().join('')}</tbody></table></div></details>`
  );
}
