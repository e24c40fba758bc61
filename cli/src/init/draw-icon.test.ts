import { imageKind } from '@orchestra/core';
import { crc32, inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { drawIcon } from './draw-icon.ts';

test('drawIcon() draws a square PNG, the same for the same name and another for another', () => {
  const icon = drawIcon('tide-table');
  expect(imageKind(icon)).toMatchObject({ type: 'png', width: 256, height: 256 });
  expect(drawIcon('tide-table')).toEqual(icon);
  expect(drawIcon('tide-tables')).not.toEqual(icon);
});

test('drawIcon() writes whole chunks, with a row of pixels for each line', () => {
  const icon = Buffer.from(drawIcon('tide-table'));
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < icon.length;) {
    const length = icon.readUInt32BE(at);
    const named = icon.subarray(at + 4, at + 8 + length);
    expect(icon.readUInt32BE(at + 8 + length)).toBe(crc32(named));
    chunks.set(named.subarray(0, 4).toString('latin1'), named.subarray(4));
    at += 12 + length;
  }
  expect([...chunks.keys()]).toEqual(['IHDR', 'PLTE', 'IDAT', 'IEND']);
  const pixels = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0));
  expect(pixels.length).toBe(257 * 256);
  expect(pixels[128 * 257 + 129]).toBe(1); // the middle is always filled
});
