import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenedPage, openPage } from '../open-page.ts';
import { siteStarted, type SiteWorld, startSiteWorld } from './site-world.ts';

const extension = '/extensions/line-ledger/';
const { url, data } = await siteStarted();
const readToken = async (file: string) => (await readFile(join(data, file), 'utf8')).trim();
let world: SiteWorld;

beforeAll(async () => {
  world = await startSiteWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

/** Asks the API as a program does. */
async function send(path: string, token: string, body: unknown): Promise<string> {
  const response = await fetch(`${url}/api/v1${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${text}`);
  return text;
}

/** Gives an account a token; the account is made where there is none. */
async function makeToken(login: string): Promise<string> {
  const admin = await readToken('operator-token');
  await send('/admin/users', admin, { login });
  const issued: unknown = JSON.parse(await send(`/admin/users/${login}/tokens`, admin, {}));
  const token = typeof issued === 'object' && issued !== null ? Reflect.get(issued, 'token') : '';
  return String(token);
}

/** Signs in on the page of the extension, and comes back to its reviews. */
async function signIn(token: string): Promise<OpenedPage> {
  const opened = await world.open(extension);
  const { page } = opened;
  await page.locator('#reviews-live').getByRole('link', { name: 'Sign in' }).click();
  await page.getByLabel('Token', { exact: true }).fill(token);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`${url}${extension}#reviews`);
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  return opened;
}

test(
  'people review, edit, report and answer, and others read it',
  { retry: 0 }, // it writes
  async () => {
    const reader = await makeToken('sounding');
    const { page, complaints } = await signIn(reader);
    await page.getByRole('button', { name: 'Write a review' }).click();
    await page.getByLabel('4 stars').check();
    await page.getByLabel('What you think').fill('It counts <b>what</b> I wrote.');
    await page.getByRole('button', { name: 'Publish review' }).click();
    // whoever never had it installed has nothing to say of it: the API's own words say so
    const refused = page.getByRole('alert');
    await refused.waitFor();
    expect(await refused.textContent()).toMatch(/install/i);
    const focused = page.locator('.review-form [aria-describedby="review-problem"]').first();
    const isActive = (field: object) => Reflect.get(field, 'ownerDocument').activeElement === field;
    expect(await focused.evaluate(isActive)).toBe(true);

    await send('/extensions/line-ledger/install', reader, { version: '1.2.0' });
    await page.getByRole('button', { name: 'Publish review' }).click();
    await page.getByText('Your review is published.').waitFor({ state: 'attached' });
    const own = page.getByRole('article', { name: 'Review by sounding' });
    expect(await own.textContent()).toContain('It counts <b>what</b> I wrote.');

    await page.getByRole('button', { name: 'Edit your review' }).click();
    await page.getByLabel('5 stars').check();
    await page.getByLabel('Title').fill('Better by the day');
    await page.getByRole('button', { name: 'Save review' }).click();
    await page.getByRole('heading', { name: 'Better by the day' }).waitFor();
    expect(complaints.filter((told) => !told.includes('403'))).toEqual([]);

    const other = await signIn(await makeToken('mooring'));
    await other.page.getByRole('button', { name: 'Report' }).click();
    await other.page
      .getByRole('textbox', { name: 'What is wrong' })
      .fill('It says nothing of the extension.');
    await other.page.getByRole('button', { name: 'Send report' }).click();
    await other.page.getByText('Your report is with').waitFor({ state: 'attached' });
    expect(other.complaints).toEqual([]);

    const owner = await signIn(await makeToken('tidewater-tools'));
    await owner.page.getByText('You publish this extension').waitFor();
    await owner.page.getByRole('button', { name: 'Reply' }).click();
    await owner.page
      .getByRole('textbox', { name: 'Your reply' })
      .fill('Thank you, from the workshop.');
    await owner.page.getByRole('button', { name: 'Publish reply' }).click();
    await owner.page.getByText('Thank you, from the workshop.').waitFor();
    expect(owner.complaints).toEqual([]);

    const visitor = await world.open(extension);
    const reviews = visitor.page.locator('#reviews-live');
    await reviews.getByText('Thank you, from the workshop.').waitFor();
    expect(await reviews.getByRole('button').count()).toBe(0);
    expect(await visitor.page.locator('#reviews-live b').count()).toBe(0);

    await page.getByRole('button', { name: 'Remove it' }).click();
    await page.getByRole('button', { name: 'Remove it for good' }).click();
    await page.getByText('Nobody has reviewed this extension yet.').waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.locator('#account').getByRole('link', { name: 'Sign in' }).waitFor();
    expect(await page.context().cookies()).toEqual([]);
  },
);

test('a wrong token is told on the sign-in page, also without scripts', async () => {
  const context = await world.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${url}/sign-in/?return=${extension}`);
  expect(await page.getByText('This token is unknown').isVisible()).toBe(false);
  await page.getByLabel('Token', { exact: true }).fill('orc_nothing');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('This token is unknown').waitFor();
  expect(page.url()).not.toContain('orc_nothing');
  await page.getByLabel('Token', { exact: true }).fill(await readToken('token'));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(url + extension);
  const [session] = await context.cookies();
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
  await page.goto(`${url}/sign-in/`);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL(`${url}/`);
  expect(await context.cookies()).toEqual([]);
});

test('an extension’s page says how to install it, what changed, and how often it is used', async () => {
  const { page, complaints } = await openPage(world.browser, {
    url: url + extension,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await page.bringToFront(); // only the page in front may use the clipboard
  await page.getByRole('button', { name: 'Copy command' }).click();
  await page.getByText('Copied').waitFor();
  const copied = await page.evaluate('navigator.clipboard.readText()');
  expect(copied).toBe('orchestra ext install line-ledger');
  const app = page.getByRole('link', { name: 'Open in Orchestra' });
  expect(await app.getAttribute('href')).toBe('orchestra://install/line-ledger');
  const changed = page.locator('[data-version="1.2.0"] [data-changed]');
  expect(await changed.textContent()).toMatch(/Now also: Show notifications/);
  expect(await page.locator('[data-version="1.1.0"] [data-changed]').count()).toBe(0);
  await page.getByText('Changed since 1.1.0').waitFor();
  await page.locator('#statistics-numbers .chart').first().waitFor();
  await page.getByRole('heading', { name: 'Similar extensions' }).waitFor();
  expect(complaints).toEqual([]);
});
