import type { Statistics } from '@orchestra/core';
import { escapeHtml } from './escape-html.ts';
import { formatNumber } from '../texts/format-number.ts';

/** Number of versions that get a bar. */
const shown = 6;

/** Draws the counts of versions as bars, highest first; empty where there are none. */
export function renderVersions({ versions }: Pick<Statistics, 'versions'>): string {
  const counted = versions
    .map(({ version, totals }) => ({ version, count: totals.installs + totals.downloads }))
    .filter(({ count }) => count > 0)
    .slice(0, shown);
  if (counted.length === 0) return '';
  const most = Math.max(...counted.map(({ count }) => count));
  const rows = counted.map(({ version, count }) => {
    const long = Math.max(1, Math.round((count / most) * 100));
    return (
      `<li><span class="bar-name">${escapeHtml(version)}</span>` +
      `<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">` +
      `<rect width="${long}" height="8"></rect></svg>` +
      `<span class="bar-count">${formatNumber(count)}</span></li>`
    );
  });
  return (
    '<h3 class="chart-title">Installs and downloads by version</h3>' +
    `<ul class="bars" role="list">${rows.join('')}</ul>`
  );
}
