import { requireArguments, toText } from './define-interface.ts';
import { DOMException } from './dom-exception.ts';

/**
 * Base64 of a text whose characters are bytes.
 *
 * @throws DOMException `InvalidCharacterError` for characters beyond U+00FF
 */
export function btoa(data: unknown): string {
  requireArguments('btoa', arguments, 1);
  const text = toText(data);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit > 0xff) throw new DOMException('Invalid character', 'InvalidCharacterError');
    bytes[at] = unit;
  }
  return toLatin1(encode(bytes));
}

/**
 * Decodes base64 forgivingly: without white space, and with or without padding.
 *
 * @throws DOMException `InvalidCharacterError` for what is no base64
 */
export function atob(data: unknown): string {
  requireArguments('atob', arguments, 1);
  const given = toText(data).replace(/[\t\n\f\r ]+/g, '');
  const text = given.length % 4 === 0 ? given.replace(/={1,2}$/, '') : given;
  if (text.length % 4 === 1 || /[^A-Za-z0-9+/]/.test(text)) {
    const message = 'The string to be decoded is not correctly encoded.';
    throw new DOMException(message, 'InvalidCharacterError');
  }
  return toLatin1(decode(text));
}

/** The text whose characters are these bytes. */
export function toLatin1(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  }
  return parts.join('');
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const codes = Uint8Array.from(digits, (digit) => digit.charCodeAt(0));
const values = new Uint8Array(128);
for (const [value, code] of codes.entries()) values[code] = value;
const padding = 61; // =

/** The characters of base64, as bytes: texts of megabytes must not become millions of small texts. */
function encode(bytes: Uint8Array): Uint8Array {
  const made = new Uint8Array(Math.ceil(bytes.length / 3) * 4).fill(padding);
  let end = 0;
  for (let at = 0; at < bytes.length; at += 3) {
    const bits = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const count = Math.min(4, bytes.length - at + 1);
    for (let digit = 0; digit < count; digit += 1) {
      made[end + digit] = codes[(bits >> (18 - 6 * digit)) & 63] ?? 0;
    }
    end += 4;
  }
  return made;
}

/** The bytes of base64 that has no padding and nothing wrong. */
function decode(text: string): Uint8Array {
  const made = new Uint8Array(Math.floor((text.length * 3) / 4));
  let [bits, count, end] = [0, 0, 0];
  for (let at = 0; at < text.length; at += 1) {
    bits = ((bits << 6) | (values[text.charCodeAt(at)] ?? 0)) & 0xffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    made[end] = bits >> count;
    end += 1;
  }
  return made;
}
