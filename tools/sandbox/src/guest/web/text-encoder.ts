import { defineInterface, toUsv } from './define-interface.ts';

/** As WHATWG's Encoding standard has it. */
export class TextEncoder {
  get encoding(): string {
    return 'utf-8';
  }

  encode(text: unknown = ''): Uint8Array<ArrayBuffer> {
    return encodeUtf8(toUsv(text));
  }

  encodeInto(text: unknown, target: Uint8Array): { read: number; written: number } {
    if (!(target instanceof Uint8Array)) throw new TypeError('The destination is no Uint8Array');
    return writeUtf8(toUsv(text), target);
  }
}

defineInterface('TextEncoder', TextEncoder);

/** The UTF-8 of a text that has no lone surrogates. */
export function encodeUtf8(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(countUtf8(text));
  writeUtf8(text, bytes);
  return bytes;
}

function countUtf8(text: string): number {
  let count = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) continue;
    // a pair of surrogates is two units and four bytes
    count += unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 1 : 2;
  }
  return count;
}

function writeUtf8(text: string, bytes: Uint8Array): { read: number; written: number } {
  let [at, end] = [0, 0];
  while (at < text.length) {
    const point = text.codePointAt(at) ?? 0;
    const size = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    if (end + size > bytes.length) break;
    if (size === 1) bytes[end] = point;
    else {
      bytes[end] = (leads[size - 2] ?? 0) | (point >> (6 * (size - 1)));
      for (let rest = size - 2; rest >= 0; rest -= 1) {
        bytes[end + size - 1 - rest] = 0x80 | ((point >> (6 * rest)) & 0x3f);
      }
    }
    end += size;
    at += size === 4 ? 2 : 1;
  }
  return { read: at, written: end };
}

const leads = [0xc0, 0xe0, 0xf0];
