import { sanitizeText } from '@orchestra/core';

/**
 * A stranger's text on one line of a terminal: nothing in it steers the terminal, hides or reorders
 * text, and white space becomes single spaces.
 */
export function plain(text: string): string {
  return sanitizeText(text.replaceAll(whiteSpace, ' ')).replaceAll(/ {2,}/g, ' ').trim();
}

/** As {@link plain}, but line by line, and with the spaces that lines have. */
export function plainLines(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => sanitizeText(line.replaceAll('\t', ' ')))
    .join('\n')
    .trim();
}

/** Also the next line of C1; not the byte order mark, which takes no space. */
const whiteSpace = /[^\S\uFEFF]|\x85/g;
