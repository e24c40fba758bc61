/**
 * Removes what XML 1.0 can't contain, even escaped: control characters, unpaired surrogates and two
 * noncharacters. Untrusted texts may have them.
 */
export function xmlText(text: string): string {
  return text.toWellFormed().replaceAll(forbidden, '');
}

// oxlint-disable-next-line no-control-regex -- they are what is looked for
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
