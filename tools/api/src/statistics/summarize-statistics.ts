import {
  type Count,
  counts,
  type DailyCounts,
  maxStatisticsVersions,
  type Statistics,
} from '@orchestra/core';
import type { DailyStatistics } from '@orchestra/db';

type Totals = Statistics['all']['totals'];

/** Turns counts by day and version into series, with zeros for days without counts. */
export function summarizeStatistics(
  rows: readonly DailyStatistics[],
): Pick<Statistics, 'days' | 'all' | 'versions'> {
  const days = [...new Set(rows.map(({ day }) => day))];
  const places = new Map(days.map((day, place) => [day, place]));
  const byVersion = Map.groupBy(rows, ({ version }) => version);
  const versions = [...byVersion].flatMap(([version, counted]) =>
    version === null ? [] : [{ version, ...seriesOf(counted, places) }],
  );
  versions.sort((left, right) => sum(right.totals) - sum(left.totals)); // equal ones keep their order
  return { days, all: seriesOf(rows, places), versions: versions.slice(0, maxStatisticsVersions) };
}

function seriesOf(
  rows: readonly DailyStatistics[],
  places: ReadonlyMap<string, number>,
): { totals: Totals; daily: DailyCounts } {
  const series = (count: Count) => {
    const values = Array.from(places, () => 0);
    for (const row of rows) {
      const place = places.get(row.day) ?? 0;
      values[place] = (values[place] ?? 0) + row[count];
    }
    return values;
  };
  const daily = {
    installs: series('installs'),
    uninstalls: series('uninstalls'),
    ciInstalls: series('ciInstalls'),
    ciUninstalls: series('ciUninstalls'),
    downloads: series('downloads'),
  };
  const total = (count: Count) => daily[count].reduce((so_far, value) => so_far + value, 0);
  const totals = {
    installs: total('installs'),
    uninstalls: total('uninstalls'),
    ciInstalls: total('ciInstalls'),
    ciUninstalls: total('ciUninstalls'),
    downloads: total('downloads'),
  };
  return { totals, daily };
}

function sum(totals: Totals): number {
  return counts.reduce((total, count) => total + totals[count], 0);
}
