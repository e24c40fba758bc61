import { formatDate } from '../texts/format-date.ts';
import { escapeHtml } from './escape-html.ts';
import { formatNumber } from '../texts/format-number.ts';

/** Width of the drawing, in units that scale with the page. */
const width = 600;
const height = 96;
const gap = 3;

/** A number for each of several days. */
export interface DaySeries {
  /** Id, unique on the page. */
  id: string;
  /** What is counted, such as `Installs`. */
  title: string;
  /** ISO dates, oldest first. */
  days: readonly string[];
  counts: readonly number[];
}

/** Draws a series as bars in SVG, with a description in words. */
export function renderDays({ id, title, days, counts }: DaySeries): string {
  const most = Math.max(...counts, 1);
  const step = width / Math.max(days.length, 1);
  const bars = days.map((day, nth) => {
    const count = counts[nth] ?? 0;
    const tall = count === 0 ? 0 : Math.max(2, (count / most) * height);
    const place = `x="${round(nth * step)}" y="${round(height - tall)}"`;
    const size = `width="${round(Math.max(1, step - gap))}" height="${round(tall)}"`;
    return `<rect ${place} ${size} rx="2"><title>${formatDate(day)}: ${formatNumber(count)}</title></rect>`;
  });
  return (
    `<svg class="chart" viewBox="0 0 ${width} ${height + 1}" role="img" aria-labelledby="${id}-title ${id}-desc">` +
    `<title id="${id}-title">${escapeHtml(title)} by day</title>` +
    `<desc id="${id}-desc">${escapeHtml(describe(days, counts))}</desc>` +
    `<path class="chart-base" d="M0 ${height + 0.5}H${width}"></path>${bars.join('')}</svg>`
  );
}

function describe(days: readonly string[], counts: readonly number[]): string {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const most = Math.max(...counts, 0);
  const day = days[counts.indexOf(most)];
  if (total === 0 || day === undefined) return `None in ${days.length} days.`;
  return `${formatNumber(total)} in ${days.length} days; most on ${formatDate(day)}: ${formatNumber(most)}.`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
