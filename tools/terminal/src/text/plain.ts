import { sanitizeText } from '@orchestra/core';

/**
 * Makes untrusted text safe for one line of a terminal: without characters that control it, or hide or
 * reorder text, and with single spaces for white space.
 */
export function plain(text: string): string {
  return sanitizeText(text.replaceAll(whiteSpace, ' ')).replaceAll(/ {2,}/g, ' ').trim();
}

/** Like {@link plain}, but keeps lines and their spaces. */
export function plainLines(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => sanitizeText(line.replaceAll('\t', ' ')))
    .join('\n')
    .trim();
}

/** White space including NEL (U+0085), but not the byte order mark, which has no width. */
const whiteSpace = /[^\S\uFEFF]|\x85/g;
