import type { Page } from 'playwright-core';

/**
 * Waits until a loaded page has asked for nothing and got no answer for half a second. Unlike the
 * load state `networkidle` it ends where the browser never tells that a request has finished.
 */
export function settlePage(page: Page): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      page.off('request', restart).off('response', restart);
      resolve();
    };
    let timer = setTimeout(end, 500);
    function restart(): void {
      clearTimeout(timer);
      timer = setTimeout(end, 500);
    }
    page.on('request', restart).on('response', restart);
  });
}
