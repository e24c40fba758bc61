import { makeFolder } from '@orchestra/testkit';
import { launchBrowser } from '@orchestra/testkit/browser';
import type { Browser } from 'playwright-core';
import { type OpenedPage, openPage } from './open-page.ts';
import { serve, type ServerProcess } from './serve.ts';

/** A registry with the samples, and a browser that looks at its site. */
export interface SiteWorld extends AsyncDisposable {
  server: ServerProcess;
  browser: Browser;
  /** Opens a path of the site. */
  open(path: string): Promise<OpenedPage>;
}

/** Starts both. */
export async function startSiteWorld(): Promise<SiteWorld> {
  const folder = await makeFolder();
  const server = await serve(folder.join('data'));
  const browser = await launchBrowser();
  return {
    server,
    browser,
    open: (path) => openPage(browser, { url: server.url + path }),
    async [Symbol.asyncDispose]() {
      await browser.close();
      await server[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}
