import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SiteWorld, startSiteWorld } from './site-world.ts';

let world: SiteWorld;
beforeAll(async () => {
  world = await startSiteWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

const open = (path: string) => world.open(path);

test('a visitor searches with a typo, opens what was found, and reads what it may do', async () => {
  const { page, complaints } = await open('/');
  await page.getByRole('combobox').fill('comit compas');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/search\/?\?q=comit/);
  await page.getByRole('status').getByText('comit compas').waitFor();
  await page.getByRole('link', { name: 'Commit Compass' }).first().click();
  await page.waitForURL(/\/extensions\/commit-compass\/$/);
  const text = (await page.locator('main').textContent()) ?? '';
  expect(text).toContain('orchestra ext install commit-compass');
  expect(text).toContain('Send prompts to the AI models that you have set up');
  expect(text).toContain('Sends the contents of staged .env and key files to the model');
  const images = page.locator('main img');
  for (const image of await images.all()) {
    await image.scrollIntoViewIfNeeded();
    const width = await image.evaluate(async (element) => {
      await Reflect.get(element, 'decode').call(element);
      return Number(Reflect.get(element, 'naturalWidth'));
    });
    expect(width).toBeGreaterThan(0);
  }
  expect(complaints).toEqual([]);
});

test('results follow every keystroke, and the address follows them', async () => {
  const { page, complaints } = await open('/search/');
  const box = page.getByRole('searchbox').last();
  await box.pressSequentially('ledg');
  await page.getByRole('link', { name: 'Line Ledger' }).first().waitFor();
  await expect.poll(() => page.getByRole('link', { name: 'Harbor Lights' }).count()).toBe(0);
  await expect.poll(() => page.url()).toMatch(/\?q=ledg/);
  await box.fill('qqqqzzzz');
  await page
    .getByText(/No extension|Nothing/)
    .first()
    .waitFor();
  expect(complaints).toEqual([]);
});

test('every page reads without scripts', async () => {
  const context = await world.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${world.url}/search/`);
  await page.getByRole('link', { name: 'Line Ledger' }).first().click();
  await page.waitForURL(/\/extensions\/line-ledger\/$/);
  const text = (await page.locator('main').textContent()) ?? '';
  expect(text).toContain('orchestra ext install line-ledger');
  expect(text).toContain('Show notifications');
});

test.each(['/', '/search/', '/extensions/harbor-lights/', '/categories/themes/', '/nowhere/'])(
  '%s fits a phone',
  async (path) => {
    const { page } = await open(path);
    await page.setViewportSize({ width: 360, height: 740 });
    const scrolls = await page.locator('html').evaluate((html) => {
      return Reflect.get(html, 'scrollWidth') > Reflect.get(html, 'clientWidth');
    });
    expect(scrolls).toBe(false);
  },
);
