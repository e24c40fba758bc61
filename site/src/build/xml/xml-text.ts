/**
 * A text without what XML 1.0 can't hold in any form, escaped or not: control characters, half surrogate
 * pairs and the two noncharacters. Strangers' texts have them, by mistake or on purpose.
 */
export function xmlText(text: string): string {
  return text.toWellFormed().replaceAll(forbidden, '');
}

// oxlint-disable-next-line no-control-regex -- they are what is looked for
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
