import sharp from 'sharp';
import { drawShareImage, iconSize } from './draw-share-image.ts';
import type { ShareImage } from './share-image.ts';
import { drawTile } from './draw-tile.ts';

/**
 * Renders the image for link previews as PNG. The same data gives the same bytes.
 *
 * @param icon bytes of the icon; without a readable one, a letter is drawn
 */
export async function renderShareImage(
  image: ShareImage,
  icon: Uint8Array | null,
): Promise<Buffer> {
  const drawn = (icon === null ? null : await embedIcon(icon)) ?? drawTile(image, iconSize);
  return sharp(Buffer.from(drawShareImage(image, drawn)))
    .png()
    .toBuffer();
}

/** Embeds an icon, which is untrusted: it is decoded within limits, and left out where that fails. */
async function embedIcon(bytes: Uint8Array): Promise<string | null> {
  try {
    const png = await sharp(bytes, { limitInputPixels: mostPixels })
      .resize(iconSize, iconSize, { fit: 'cover' })
      .png()
      .toBuffer();
    const round = `<clipPath id="round"><rect width="${iconSize}" height="${iconSize}" rx="${iconSize * 0.22}"/></clipPath>`;
    return `${round}<image width="${iconSize}" height="${iconSize}" clip-path="url(#round)" href="data:image/png;base64,${png.toString('base64')}"/>`;
  } catch {
    return null;
  }
}

const mostPixels = 4096 * 4096;
