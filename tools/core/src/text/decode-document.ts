/**
 * Decodes a text that a person wrote: UTF-8, or UTF-16 as editors of Windows save it; null for any other
 * encoding. Byte order marks are left out.
 */
export function decodeDocument(bytes: Uint8Array): string | null {
  const encoding = encodingOf(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The encoding by the byte order mark; without one, by the zeros that UTF-16 has in almost every text. */
function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const start = bytes.subarray(0, 200);
  const zeros = (from: 0 | 1) => start.filter((byte, at) => at % 2 === from && byte === 0).length;
  const most = start.length / 4;
  if (start.length < 4 || zeros(0) + zeros(1) <= most) return 'utf-8';
  return zeros(1) > zeros(0) ? 'utf-16le' : 'utf-16be';
}
