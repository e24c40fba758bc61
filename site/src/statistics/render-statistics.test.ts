import type { DailyCounts, Statistics } from '@orchestra/core';
import { describe, expect, it } from 'vitest';
import { findElements } from '../testing/find-elements.ts';
import { renderStatistics } from './render-statistics.ts';

const none = { installs: 0, uninstalls: 0, ciInstalls: 0, ciUninstalls: 0, downloads: 0 };
const quiet: DailyCounts = {
  installs: [0, 0, 0],
  uninstalls: [0, 0, 0],
  ciInstalls: [0, 0, 0],
  ciUninstalls: [0, 0, 0],
  downloads: [0, 0, 0],
};

function makeStatistics(facts: Partial<Statistics>): Statistics {
  return {
    days: ['2026-03-01', '2026-03-02', '2026-03-03'],
    all: { totals: none, daily: quiet },
    versions: [],
    ever: { accounts: 0, ...none },
    ...facts,
  };
}

const counted = makeStatistics({
  all: {
    totals: { ...none, installs: 1250, downloads: 3 },
    daily: { ...quiet, installs: [0, 1200, 50], downloads: [1, 1, 1] },
  },
  versions: [
    { version: '1.1.0', totals: { ...none, installs: 1250, downloads: 2 }, daily: quiet },
    { version: '1.0.0', totals: { ...none, downloads: 1 }, daily: quiet },
  ],
  ever: { accounts: 7, ...none, downloads: 12_345 },
});

describe('renderStatistics()', () => {
  it('draws a bar for each day, and says in words and in a table what they show', () => {
    const html = renderStatistics(counted);
    const charts = findElements(html).filter(({ properties }) =>
      String(properties['className']).includes('chart-frame'),
    );
    expect(charts).toHaveLength(2);
    expect(html).toContain('1,250 in 3 days; most on 2 Mar 2026: 1,200.');
    expect(html).toContain('<title>2 Mar 2026: 1,200</title>');
    expect(html.match(/<th scope="row">/g)).toHaveLength(3);
    expect(html).toContain('<th scope="row">3 Mar 2026</th><td>50</td><td>1</td>');
    expect(html).toContain('<dd>12,345</dd>');
  });

  it('names whatever its drawings point at, once', () => {
    const elements = findElements(renderStatistics(counted));
    const ids = elements.flatMap(({ properties }) => String(properties['id'] ?? '') || []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { properties } of elements) {
      const labels = properties['ariaLabelledBy'];
      if (Array.isArray(labels)) expect(ids).toEqual(expect.arrayContaining(labels));
      expect(properties['style']).toBeUndefined();
    }
  });

  it('draws nothing where nothing was counted, and says so', () => {
    const html = renderStatistics(makeStatistics({}));
    expect(html).toContain('Nothing was counted in the last 3 days.');
    expect(html).not.toContain('<svg');
  });

  it('escapes what an API may send as a version', () => {
    const version = `"><img src=x onerror=alert(1)>`;
    const html = renderStatistics({
      ...counted,
      versions: [{ version, totals: { ...none, downloads: 1 }, daily: quiet }],
    });
    expect(findElements(html).some(({ tagName }) => tagName === 'img')).toBe(false);
    expect(html).toContain('&lt;img src=x');
  });
});
