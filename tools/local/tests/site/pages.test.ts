import axe from 'axe-core';
import { gzipSync } from 'node:zlib';
import type { Response } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPage } from '../open-page.ts';
import { settlePage } from '../settle-page.ts';
import { type SiteWorld, startSiteWorld } from './site-world.ts';

let world: SiteWorld;
beforeAll(async () => {
  world = await startSiteWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

/** One page of each type. */
const pages = [
  '/',
  '/search/?q=theme',
  '/search/?q=qqqqzzzz',
  '/extensions/commit-compass/',
  '/categories/themes/',
  '/publishers/tidewater-tools/',
  '/tags/statistics/',
  '/browse/1/',
  '/docs/',
  '/docs/publish/',
  '/docs/manifest/',
  '/docs/api/',
  '/docs/problems/',
  '/docs/problems/name-near/',
  '/sign-in/',
  '/nowhere/',
];

const settings = [
  { colorScheme: 'light', viewport: { width: 1280, height: 900 } },
  { colorScheme: 'dark', viewport: { width: 320, height: 640 } },
] as const;

describe.each(settings)('in $colorScheme, $viewport.width px wide', (setting) => {
  test.each(pages)('%s is accessible, complains of nothing and fits', async (path) => {
    const { page, complaints } = await openPage(world.browser, {
      url: world.url + path,
      ...setting,
    });
    await settlePage(page);
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate<axe.AxeResults>('axe.run()');
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    // the missing page itself is told as an error
    expect(complaints.filter((text) => path !== '/nowhere/' || !text.includes('404'))).toEqual([]);
    const { scrollWidth, clientWidth } = await page.evaluate<{
      scrollWidth: number;
      clientWidth: number;
    }>('document.documentElement');
    expect(scrollWidth).toBe(clientWidth);
  });
});

describe('over the wire, without icons and images of READMEs,', () => {
  test.each([
    ['/', 60],
    ['/extensions/commit-compass/', 90],
    ['/search/', 60],
  ])('%s takes at most %i KB, and 25 KB of them scripts', async (path, most) => {
    const { total, scripts } = await weigh(path);
    expect(total).toBeLessThanOrEqual(most * 1000);
    expect(scripts).toBeLessThanOrEqual(25_000);
  });
});

/** Bytes of what a page loads before anything is done with it, compressed as a host would. */
async function weigh(path: string): Promise<{ total: number; scripts: number }> {
  const context = await world.browser.newContext();
  const page = await context.newPage();
  const loaded: Response[] = [];
  page.on('response', (response) => void loaded.push(response));
  await page.goto(world.url + path);
  await settlePage(page);
  const weights = await Promise.all(
    loaded.map(async (response) => ({
      type: response.request().resourceType(),
      bytes: gzipSync(await response.body()).length,
    })),
  );
  const sum = (counted: typeof weights) => counted.reduce((bytes, each) => bytes + each.bytes, 0);
  return {
    total: sum(weights.filter(({ type }) => type !== 'image')),
    scripts: sum(weights.filter(({ type }) => type === 'script')),
  };
}
