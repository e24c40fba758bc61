import { expect, test } from 'vitest';
import { png } from '@orchestra/testkit';
import { imageKind } from './image-kind.ts';

const gif = Buffer.from('GIF89a\u0040\u0001\u00C8\u0000', 'latin1');
const jpg = Buffer.from(
  'ffd8ffe000104a46494600010100000100010000ffc0001108010002000301220002110103110100',
  'hex',
);
const webp = Buffer.concat([
  Buffer.from('RIFF\x24\0\0\0WEBPVP8X\x0A\0\0\0\x10\0\0\0', 'latin1'),
  Buffer.from([0x3f, 0x01, 0x00, 0xc7, 0x00, 0x00, 0, 0, 0, 0]),
]);

test.each([
  ['a PNG', png(256, 128), { type: 'png', contentType: 'image/png', width: 256, height: 128 }],
  ['a GIF', gif, { type: 'gif', contentType: 'image/gif', width: 320, height: 200 }],
  ['a JPEG', jpg, { type: 'jpg', contentType: 'image/jpeg', width: 512, height: 256 }],
  ['a WebP', webp, { type: 'webp', contentType: 'image/webp', width: 320, height: 200 }],
])('imageKind() reads %s from its bytes', (_what, bytes, kind) => {
  expect(imageKind(bytes)).toEqual(kind);
});

test.each([
  ['nothing', ''],
  ['a text', 'This is not an image.'],
  ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script/></svg>'],
  ['a page', '<!doctype html><img>'],
  ['a BMP', Buffer.concat([Buffer.from('BM'), Buffer.alloc(60)])],
  ['a PNG that is cut off', png(9, 9).subarray(0, 10)],
  ['a JPEG that is cut off', jpg.subarray(0, 12)],
  ['an AVIF box that holds itself', Buffer.from('0000000066747970617669660000000000000000', 'hex')],
])('imageKind() takes %s for none', (_what, bytes) => {
  expect(imageKind(Buffer.from(bytes))).toBeNull();
});
