import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { settlePage } from '../settle-page.ts';
import { type SiteWorld, startSiteWorld } from './site-world.ts';

let world: SiteWorld;
beforeAll(async () => {
  world = await startSiteWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

const open = (path: string) => world.open(path);
const box = (page: Page) => page.getByRole('main').getByRole('searchbox');
const titles = (page: Page) => page.locator('#search-results .card-title').allTextContents();
const count = (page: Page) => page.getByRole('status').textContent();
const focused = (page: Page) => page.evaluate<string>('document.activeElement.textContent.trim()');

test.each([
  ['themes', 'themes'],
  ['tehme', 'themes'],
  ['lihgts', 'Lights'],
])('typing %s finds Harbor Lights, and marks %s', async (typed, marked) => {
  const { page, complaints } = await open('/search/');
  await box(page).pressSequentially(typed);
  await expect.poll(() => titles(page)).toContain('Harbor Lights');
  await expect.poll(() => page.locator('#search-results mark').allTextContents()).toContain(marked);
  await expect.poll(() => count(page)).toContain(`“${typed}”`);
  await expect.poll(() => new URL(page.url()).search).toBe(`?q=${typed}`);
  expect(complaints).toEqual([]);
});

test('filters tell how many they leave, work together, and stand in the address', async () => {
  const { page } = await open('/search/');
  await page.getByLabel(/^Works offline/).check();
  await page.getByLabel(/^Native/).check();
  await expect.poll(() => new URL(page.url()).search).toBe('?compat=native&without=network');
  await expect.poll(() => titles(page)).toEqual(expect.not.arrayContaining(['Harbor Lights']));
  const offline = await titles(page);
  expect(await count(page)).toContain(String(offline.length));
  expect(await page.getByLabel(/^Git/).isEnabled()).toBe(true);
  expect(await page.getByLabel(/^Collaboration/).isDisabled()).toBe(true);

  const { page: shared } = await open('/search/?compat=native&without=network');
  await expect.poll(() => titles(shared)).toEqual(offline);
  expect(await shared.getByLabel(/^Works offline/).isChecked()).toBe(true);
});

test('back goes to what was chosen before', async () => {
  const { page } = await open('/search/');
  await page.getByLabel(/^VS Code/).check();
  await expect.poll(() => titles(page)).toHaveLength(2);
  await page.getByLabel(/^Themes/).check();
  await expect.poll(() => titles(page)).toEqual(['Harbor Lights']);
  await page.goBack();
  await expect.poll(() => titles(page)).toHaveLength(2);
  expect(await page.getByLabel(/^All categories/).isChecked()).toBe(true);
  await page.goForward();
  await expect.poll(() => titles(page)).toEqual(['Harbor Lights']);
  await page.getByRole('link', { name: 'Harbor Lights' }).click();
  await page.waitForURL(/\/extensions\/harbor-lights\/$/);
  await page.goBack();
  await expect.poll(() => titles(page)).toEqual(['Harbor Lights']);
});

test('back from an extension goes to where it was found', async () => {
  const { page } = await open('/search/');
  await page.setViewportSize({ width: 375, height: 600 });
  await page.evaluate('scrollTo(0, 400)');
  const left = await page.evaluate<number>('scrollY');
  expect(left).toBeGreaterThan(0);
  await page.getByRole('link', { name: 'Line Ledger' }).dispatchEvent('click');
  await page.waitForURL(/\/extensions\/line-ledger\/$/);
  await page.goBack();
  await expect.poll(() => page.evaluate<number>('scrollY')).toBe(left);
});

test('results are walked through by keyboard, and opened', async () => {
  const { page } = await open('/search/?sort=name');
  // what the page had before is popular, not sorted
  await expect.poll(async () => (await titles(page))[0]?.trim()).toBe('Commit Compass');
  const [first = '', second = '', ...others] = await titles(page);
  await page.keyboard.press('/');
  await page.keyboard.press('ArrowDown');
  expect(await focused(page)).toBe(first.trim());
  await page.keyboard.press('ArrowDown');
  expect(await focused(page)).toBe(second.trim());
  await page.keyboard.press('End');
  expect(await focused(page)).toBe(others.at(-1)?.trim());
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowUp');
  expect(await page.evaluate('document.activeElement.id')).toBe('q');
  await page.keyboard.press('Enter');
  expect(await focused(page)).toBe(first.trim());
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/extensions\/commit-compass\/$/);
});

test('a result that is pressed while others arrive is opened', async () => {
  const { page } = await open('/search/');
  await page.getByRole('link', { name: 'Line Ledger' }).hover();
  await page.mouse.down();
  await box(page).evaluate((element) => {
    Reflect.set(element, 'value', 'ledger');
    Reflect.get(element, 'dispatchEvent').call(element, new Event('input', { bubbles: true }));
  });
  await settlePage(page);
  await page.mouse.up();
  await page.waitForURL(/\/extensions\/line-ledger\/$/);
});

test('where nothing matches, the page says what to try', async () => {
  const { page } = await open('/search/?q=harbrrx&category=git');
  await page.getByRole('heading', { name: 'Nothing matches' }).waitFor();
  await page.getByRole('link', { name: 'Search without filters' }).click();
  await page.waitForURL(/\?q=harbrrx$/);
  await open('/search/?q=zzzz').then(async (opened) => {
    await opened.page.getByRole('link', { name: 'Show everything' }).click();
    await expect.poll(() => titles(opened.page)).toHaveLength(7);
  });
});

test.each(['/', '/extensions/line-ledger/'])('%s suggests while somebody types', async (path) => {
  const { page, complaints } = await open(path);
  await page.keyboard.press('/');
  await page.keyboard.type('comit');
  // of all that was typed: the first letters have others
  await expect
    .poll(() => page.getByRole('option').allTextContents())
    .toEqual([expect.stringContaining('Commit Compass')]);
  await page.keyboard.press('ArrowDown');
  expect(await page.getByRole('option').getAttribute('aria-selected')).toBe('true');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/extensions\/commit-compass\/$/);
  expect(complaints).toEqual([]);
});

test('suggestions are seen to their end', async () => {
  const { page } = await open('/');
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole('combobox').fill('l');
  const last = page.getByRole('option').last();
  await last.waitFor();
  expect(await page.getByRole('option').count()).toBeGreaterThan(2);
  const placed = await last.boundingBox();
  const { x, y, height } = placed ?? { x: 0, y: 0, height: 0 };
  await page.mouse.move(x + 20, y + height - 5);
  await expect.poll(() => page.locator('[role=option]:last-child:hover').count()).toBe(1);
});

test('the address of an extension with a typo leads to the one that was meant', async () => {
  const { page } = await open('/extensions/line-leger/');
  await page.getByRole('heading', { name: 'Did you mean one of these?' }).waitFor();
  await page.getByRole('link', { name: 'Line Ledger' }).click();
  await page.waitForURL(/\/extensions\/line-ledger\/$/);
});

test('nothing is fetched for a search before somebody searches', async () => {
  const { page } = await open('/');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.reload();
  await settlePage(page);
  expect(asked.filter((path) => path.startsWith('/search/'))).toEqual([]);
  await page.getByRole('combobox').focus();
  await expect.poll(() => asked).toContain('/search/popular.json');
});

test('without scripts, the search page shows popular ones and leads to everything', async () => {
  const context = await world.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${world.url}/search/`);
  expect(await titles(page)).toHaveLength(7);
  await page.getByRole('link', { name: 'a list' }).click();
  await page.waitForURL(/\/browse\/1\/$/);
  await page.getByRole('link', { name: 'Unit Shelf' }).click();
  await page.waitForURL(/\/extensions\/unit-shelf\/$/);
});
