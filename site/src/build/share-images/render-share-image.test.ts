import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { drawShareImage } from './draw-share-image.ts';
import { renderShareImage } from './render-share-image.ts';
import type { ShareImage } from './share-image.ts';

const image: ShareImage = {
  name: 'git-lens',
  title: 'Git Lens',
  description: 'Who wrote a line, and when',
  publisher: { login: 'tidewater', verified: true },
  facts: ['Native', '2 permissions'],
  registryName: 'Test registry',
};
const hostile = `</svg><script>alert(1)</script>]]>&"' ${'w'.repeat(100)} שלום 🚀`;

describe('renderShareImage()', () => {
  it('draws a PNG of the size that previews want, the same each time', async () => {
    const drawn = await renderShareImage(image, null);
    expect(await sharp(drawn).metadata()).toMatchObject({
      format: 'png',
      width: 1200,
      height: 630,
    });
    expect(await renderShareImage(image, null)).toEqual(drawn);
  });

  it('shows the icon', async () => {
    const red = { width: 64, height: 32, channels: 3, background: '#ff0000' } as const;
    const icon = await sharp({ create: red }).webp().toBuffer();
    const drawn = await renderShareImage(image, icon);
    const middle = { left: 150, top: 134, width: 1, height: 1 };
    const [r, g, b] = await sharp(drawn).extract(middle).removeAlpha().raw().toBuffer();
    expect([r, g, b].map((part) => Math.round((part ?? 0) / 32))).toEqual([8, 0, 0]);
  });

  it('draws a letter where the icon can’t be read', async () => {
    const drawn = await renderShareImage(image, Buffer.from('no image'));
    expect(drawn).toEqual(await renderShareImage(image, null));
  });

  it('draws whatever the texts are', async () => {
    const texts = { title: hostile, description: hostile, registryName: hostile };
    await expect(
      renderShareImage({ ...image, ...texts, facts: [hostile] }, null),
    ).resolves.toBeTruthy();
  });
});

describe('drawShareImage()', () => {
  it('holds nothing of the texts but outlines', () => {
    const svg = drawShareImage({ ...image, title: 'a</svg><script>', description: hostile }, '');
    expect(svg).not.toMatch(/script|<text|alert/);
  });

  it('shows the name where the title’s letters can’t be set', () => {
    expect(drawShareImage({ ...image, title: '日本語' }, '')).toBe(
      drawShareImage({ ...image, title: 'git-lens' }, ''),
    );
  });
});
