import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

const side = 256;
const cells = 5;
const margin = 28;

/** Draws a PNG of 256 by 256 pixels: a symmetric pattern of squares that depends only on the name. */
export function drawIcon(name: string): Uint8Array {
  const hash = createHash('sha256').update(name).digest();
  const hue = hash.readUInt16BE(0) % 360;
  const pixels = Buffer.alloc((side + 1) * side);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      pixels[y * (side + 1) + 1 + x] = isFilled(hash, { x, y }) ? 1 : 0;
    }
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header()),
    chunk('PLTE', Buffer.from([...toRgb(hue, 0.28), ...toRgb((hue + 40) % 360, 0.78)])),
    chunk('IDAT', deflateSync(pixels, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** True where a cell is filled. The right half mirrors the left, and the middle cell is always filled. */
function isFilled(hash: Buffer, { x, y }: { x: number; y: number }): boolean {
  const size = (side - 2 * margin) / cells;
  const column = Math.floor((x - margin) / size);
  const row = Math.floor((y - margin) / size);
  if (Math.min(column, row) < 0 || Math.max(column, row) >= cells) return false;
  const mirrored = Math.min(column, cells - 1 - column);
  if (mirrored === 2 && row === 2) return true;
  return (hash[2 + row * 3 + mirrored] ?? 0) % 2 === 0;
}

/** The image header: size, and 8 bits per pixel for a palette. */
function header(): Buffer {
  const bytes = Buffer.alloc(13);
  bytes.writeUInt32BE(side, 0);
  bytes.writeUInt32BE(side, 4);
  bytes.set([8, 3, 0, 0, 0], 8);
  return bytes;
}

/** Source: https://www.w3.org/TR/png/#5Chunk-layout */
function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const bytes = Buffer.alloc(named.length + 8);
  bytes.writeUInt32BE(data.length, 0);
  named.copy(bytes, 4);
  bytes.writeUInt32BE(crc32(named), named.length + 4);
  return bytes;
}

/** Converts HSL with a saturation of 55 % to RGB. Source: https://www.w3.org/TR/css-color-4/#hsl-to-rgb */
function toRgb(hue: number, lightness: number): [number, number, number] {
  const part = (offset: number) => {
    const at = (offset + hue / 30) % 12;
    const spread = 0.55 * Math.min(lightness, 1 - lightness);
    return Math.round(255 * (lightness - spread * Math.max(-1, Math.min(at - 3, 9 - at, 1))));
  };
  return [part(0), part(8), part(4)];
}
