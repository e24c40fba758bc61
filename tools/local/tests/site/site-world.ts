import { launchBrowser } from '@orchestra/testkit/browser';
import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
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

/** How the start of the registry that these tests share ended. */
export type StartedSite = { url: string; data: string } | { failed: string };

/** Waits until the registry has started. @throws Error with what it printed, where it couldn't */
export async function siteStarted(): Promise<{ url: string; data: string }> {
  for (;;) {
    const text = await readFile(inject('site'), 'utf8').catch(() => '');
    if (text.endsWith('}')) {
      const started: StartedSite = JSON.parse(text);
      if ('failed' in started) throw new Error(`The registry did not start: ${started.failed}`);
      return started;
    }
    await setTimeout(100);
  }
}

/** Starts a browser. */
export async function startSiteWorld(): Promise<SiteWorld> {
  const { url } = await siteStarted();
  const browser = await launchBrowser();
  return {
    url,
    browser,
    open: (path) => openPage(browser, { url: url + path }),
    [Symbol.asyncDispose]: () => browser.close(),
  };
}
