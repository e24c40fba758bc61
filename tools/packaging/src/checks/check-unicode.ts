import { problem, type Problem } from '@orchestra/core';
import type { Check } from './check.ts';
import { locator, decodeText } from './text-lines.ts';

/** Checks that no code, data or text contains characters that make it look different from what it is. */
export const checkUnicode: Check = ({ files }) =>
  [...files].flatMap(([path, bytes]) => (isText(path) ? findHidden(path, bytes) : []));

const bidi = /[\u202A-\u202E\u2066-\u2069]/gu;
/** Zero-width characters, invisible operators, a byte order mark inside a text, and tag characters. */
const invisible =
  /[\u200B\u2060-\u2064\u{E0000}-\u{E007F}]|(?<!^)\uFEFF|(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\p{M}\p{L}\uFE0F])\u200D|(?<![\p{L}\p{M}])\u200C|[\uFE00-\uFE0F]{2,}|[\u{E0100}-\u{E01EF}]{2,}/gu;

function isText(path: string): boolean {
  return /\.(?:[cm]?[jt]sx?|json|md|markdown|txt|html?|css|ya?ml|toml|xml|tmlanguage|tmtheme|svg)$/i.test(
    path,
  );
}

function findHidden(path: string, bytes: Uint8Array): Problem[] {
  // these characters start with one of three bytes in UTF-8, and most files contain none of them; nor a zero,
  // as UTF-16 does
  if (![0, 0xe2, 0xef, 0xf3, 0xfe].some((byte) => bytes.includes(byte))) return [];
  // code is always read as text, also where it looks binary
  const text = /\.[cm]?js$/i.test(path) ? new TextDecoder().decode(bytes) : decodeText(bytes);
  if (text === null) return [];
  return [...findBidi(path, text), ...findInvisible(path, text)];
}

function findBidi(path: string, text: string): Problem[] {
  const locate = locator(path, text);
  const isDocument = isDocumentPath(path);
  // limited before collecting, because a hostile file may hold millions
  const matches = text.matchAll(bidi).take(20).toArray();
  return matches.map((match) =>
    problem('unicode-bidi', {
      path: locate(match.index),
      message: `Found ${pointOf(match)}, which reorders the text around it`,
      ...(isDocument ? { severity: 'warning', hint: documentHint } : {}),
    }),
  );
}

/**
 * Reports all invisible characters of a file as one problem, because minified code has many in its strings.
 */
function findInvisible(path: string, text: string): Problem[] {
  let first: number | undefined;
  let count = 0;
  const points = new Set<string>();
  for (const match of text.matchAll(invisible)) {
    first ??= match.index;
    count += 1;
    if (points.size < 5) points.add(pointOf(match));
  }
  if (first === undefined) return [];
  const found = [...points].join(', ');
  const message =
    count === 1
      ? `Found ${found}, which can't be seen`
      : `Found ${count} characters that can't be seen, among them ${found}; this is the first`;
  const hint = isDocumentPath(path) ? { hint: documentHint } : {};
  return [problem('unicode-invisible', { path: locator(path, text)(first), message, ...hint })];
}

function isDocumentPath(path: string): boolean {
  return /\.(?:md|markdown|txt)$/i.test(path);
}

const documentHint = 'Remove them: people who read the text do not see them.';

function pointOf([found]: RegExpMatchArray): string {
  return `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
