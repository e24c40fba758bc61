/** The bytes of what can be written or sent. @throws TypeError of code `invalid-argument` */
export function contentBytes(content: unknown): Uint8Array {
  if (typeof content === 'string') return new TextEncoder().encode(content);
  if (content instanceof Uint8Array) return content;
  throw Object.assign(new TypeError('The content must be a text or a Uint8Array.'), {
    code: 'invalid-argument',
  });
}
