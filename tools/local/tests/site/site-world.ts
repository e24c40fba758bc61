import { launchBrowser } from '@orchestra/testkit/browser';
import type { Browser } from 'playwright-core';
import { inject } from 'vitest';
import { type OpenedPage, openPage } from '../open-page.ts';

/** The registry that these tests share, and a browser that looks at its site. */
export interface SiteWorld extends AsyncDisposable {
  /** Base URL, without a slash at its end. */
  url: string;
  browser: Browser;
  /** Opens a path of the site. */
  open(path: string): Promise<OpenedPage>;
}

/** Starts a browser. */
export async function startSiteWorld(): Promise<SiteWorld> {
  const { url } = inject('site');
  const browser = await launchBrowser();
  return {
    url,
    browser,
    open: (path) => openPage(browser, { url: url + path }),
    [Symbol.asyncDispose]: () => browser.close(),
  };
}
