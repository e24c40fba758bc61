/** Decodes a file as text with its lines; null for a binary file, which has a NUL byte near its start. */
export function decodeText(bytes: Uint8Array): string | null {
  if (bytes.subarray(0, 8192).includes(0)) return null;
  return new TextDecoder().decode(bytes);
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
