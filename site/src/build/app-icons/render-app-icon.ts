import sharp from 'sharp';

/** Settings of an icon for home screens, drawn from the logo. */
export interface AppIcon {
  /** Width and height in pixels. */
  size: number;
  /** True for an icon that systems crop to their own shape, so that the logo keeps away from the edges. */
  maskable: boolean;
}

/** The icons of the site, by path. */
export const appIcons: Readonly<Record<string, AppIcon>> = {
  'icons/192.png': { size: 192, maskable: false },
  'icons/512.png': { size: 512, maskable: false },
  'icons/maskable.png': { size: 512, maskable: true },
  'icons/apple-touch.png': { size: 180, maskable: true },
};

/** Draws an icon as PNG. */
export async function renderAppIcon({ size, maskable }: AppIcon): Promise<Buffer> {
  const scale = maskable ? 9.2 : 11;
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512">' +
    `<rect width="512" height="512" rx="${maskable ? 0 : 112}" fill="#0a6b65"/>` +
    `<g transform="translate(256 256) scale(${scale}) translate(-16 -18.4)" fill="none" stroke="#fff" stroke-width="3.2" stroke-linecap="round">` +
    '<path d="M3 24a13 13 0 0 1 26 0M9.2 24a6.8 6.8 0 0 1 13.6 0"/><circle cx="16" cy="24.4" r="2.5" fill="#fff" stroke="none"/></g></svg>';
  return sharp(Buffer.from(svg), { density: (72 * size) / 512 })
    .resize(size, size)
    .png()
    .toBuffer();
}
