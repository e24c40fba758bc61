/** A file as text with its lines, or null for a binary file: one with a NUL byte near its start. */
export function readText(bytes: Uint8Array): string | null {
  if (bytes.subarray(0, 8192).includes(0)) return null;
  return new TextDecoder().decode(bytes);
}

/** `path:line:column` of an offset, from 1. Finds offsets that come in order in linear time altogether. */
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
