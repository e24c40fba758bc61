import { decodeDocument } from '@orchestra/core';

/** Decodes a file as text, also of UTF-16; null for a binary file, which has a NUL byte near its start. */
export function decodeText(bytes: Uint8Array): string | null {
  const isMarked = (bytes[0] ?? 0) >= 0xfe; // as UTF-16 is, and no UTF-8
  if (!isMarked && !bytes.subarray(0, 8192).includes(0)) return new TextDecoder().decode(bytes);
  const text = decodeDocument(bytes);
  return text?.includes('\0') === true ? null : text;
}

/**
 * Returns a function that turns offsets into `path:line:column`, from 1. Ascending offsets take linear time
 * altogether.
 */
export function locator(path: string, text: string): (offset: number) => string {
  let line = 1;
  let lineStart = 0;
  let next = text.indexOf('\n');
  return (offset) => {
    while (next !== -1 && next < offset) {
      line += 1;
      lineStart = next + 1;
      next = text.indexOf('\n', lineStart);
    }
    return `${path}:${line}:${offset - lineStart + 1}`;
  };
}
