import { makeFolder } from '@orchestra/testkit';
import { launchBrowser } from '@orchestra/testkit/browser';
import type { Browser } from 'playwright-core';
import { photograph, type Scheme, shrink } from './photograph.ts';
import { renderTerminal } from './render-terminal.ts';
import { renderWindow } from './render-window.ts';
import { runCommand, usualAddress } from './run-command.ts';
import { runRegistry } from './run-registry.ts';

const path = '/extensions/commit-compass';
const command = 'orchestra ext install commit-compass --yes';

/**
 * Starts a registry with the samples and takes the pictures of the README: an extension's page and an
 * install in a terminal, each in light and in dark.
 *
 * @returns PNGs by name
 */
export async function takePictures(): Promise<Map<string, Uint8Array>> {
  await using folder = await makeFolder();
  await using registry = await runRegistry(folder.join('registry'));
  const printed = await runCommand(command, { home: folder.join('home'), registry });
  const browser = await launchBrowser();
  const pictures = new Map<string, Uint8Array>();
  try {
    for (const scheme of ['light', 'dark'] as const) {
      const page = await takePage(browser, { address: `${registry.url}${path}`, scheme });
      pictures.set(`page-${scheme}.png`, await shrink(page));
      const html = renderWindow(renderTerminal(command, printed), { title: 'Terminal', scheme });
      const size = { width: 1000, height: 400 };
      const terminal = await photograph(browser, { of: { html }, scheme, size, only: 'main' });
      pictures.set(`install-${scheme}.png`, await shrink(terminal));
    }
  } finally {
    await browser.close();
  }
  return pictures;
}

/** Takes a picture of the upper part of a page, in a browser window with its address. */
async function takePage(
  browser: Browser,
  { address, scheme }: { address: string; scheme: Scheme },
): Promise<Uint8Array> {
  const width = 1240;
  const content = await photograph(browser, {
    of: { address },
    scheme,
    size: { width, height: 862 },
  });
  const image = `<img src="data:image/png;base64,${Buffer.from(content).toString('base64')}" />`;
  const html = renderWindow(image, { title: `${usualAddress}${path}`, scheme });
  const size = { width: width + 2, height: 1000 }; // and the window's edges
  return photograph(browser, { of: { html }, scheme, size, only: 'main' });
}
