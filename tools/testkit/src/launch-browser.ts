import chromium from '@sparticuz/chromium';
import { access } from 'node:fs/promises';
import { type Browser, chromium as playwright } from 'playwright-core';
import { unpackBrowser } from './unpack-browser.ts';

/** Browsers that a machine may have, for those that the bundled one doesn't run on. */
const installed = ['/usr/bin/chromium', '/usr/bin/google-chrome'];

/**
 * What the bundled one would be started with, and people's are not. Pages hold to no origin then; in a single
 * process they share their cookies, events get lost, and the first context that is closed ends it. And the graphics
 * processor that it would imitate takes a third of the time of all that is shown.
 */
const unlike = new Set([
  '--disable-web-security',
  '--allow-running-insecure-content',
  '--single-process',
  '--no-zygote',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
]);

/** Starts a real browser without a window. Close it when done. */
export async function launchBrowser(): Promise<Browser> {
  if (process.platform === 'linux' && process.arch === 'x64') {
    const args = chromium.args.filter((arg) => !unlike.has(arg));
    return playwright.launch({
      args: [...args, '--disable-gpu'],
      executablePath: await unpackBrowser(),
    });
  }
  for (const executablePath of installed) {
    const there = await access(executablePath).then(
      () => true,
      () => false,
    );
    if (there) return playwright.launch({ executablePath });
  }
  return playwright.launch({ channel: 'chrome' });
}
