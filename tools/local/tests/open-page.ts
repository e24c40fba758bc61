import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';

/** A page, and what was wrong with it until now. */
export interface OpenedPage {
  page: Page;
  /** Errors on the console, exceptions, dialogs, requests to other hosts, broken rules of the policy. */
  complaints: string[];
}

/**
 * Opens an address without any memory of other pages, and hears what the page complains of. It is closed
 * once the test has ended.
 */
export async function openPage(
  browser: Browser,
  { url, ...options }: BrowserContextOptions & { url: string },
): Promise<OpenedPage> {
  const context = await browser.newContext(options);
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`));
  page.on('console', (message) => {
    // a broken policy is told as an error too
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (['data:', 'blob:'].includes(protocol) || origin === new URL(url).origin) return;
    complaints.push(`request: ${request.url()}`);
  });
  await page.goto(url);
  return { page, complaints };
}
