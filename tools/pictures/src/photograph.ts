import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { readFonts } from './read-fonts.ts';

/** Colour scheme of a picture. */
export type Scheme = 'light' | 'dark';

/** The subject of a picture. */
interface Scene {
  /** An address, or HTML to show. */
  of: { address: string } | { html: string };
  scheme: Scheme;
  /** Size of the browser's window in CSS pixels; a picture has twice as many pixels. */
  size: { width: number; height: number };
  /** Selector of an element; the picture then shows only that. */
  only?: string;
}

/** Takes a picture in a real browser: a PNG. */
export async function photograph(browser: Browser, scene: Scene): Promise<Uint8Array> {
  const page = await browser.newPage({
    colorScheme: scene.scheme,
    viewport: scene.size,
    deviceScaleFactor: 2,
    bypassCSP: true, // for the fonts, which no page may have from elsewhere
  });
  try {
    const { of } = scene;
    if ('html' in of) await page.setContent(of.html);
    else await page.goto(of.address, { waitUntil: 'networkidle' });
    await page.addStyleTag({ content: await readFonts() });
    await page.evaluate('document.fonts.ready.then(() => undefined)');
    if (scene.only === undefined) return await page.screenshot({ animations: 'disabled' });
    return await page.locator(scene.only).screenshot({ omitBackground: true });
  } finally {
    await page.close();
  }
}

/** Compresses a picture by reducing it to a palette. */
export function shrink(png: Uint8Array): Promise<Uint8Array> {
  return sharp(png).png({ palette: true, quality: 92, effort: 10, compressionLevel: 9 }).toBuffer();
}
