import { parse, stringify } from '@jspm/core/nodelibs/querystring';

/** `escape`. */
export function escape(text: unknown): string {
  return encodeURIComponent(String(text)).replace(/%(?:21|27|28|29|2A)/g, decodeURIComponent);
}

/** `unescape`: what isn't escaped as it should be stays as it is. */
export function unescape(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export { parse as decode, stringify as encode, parse, stringify };
export default { decode: parse, encode: stringify, escape, parse, stringify, unescape };
