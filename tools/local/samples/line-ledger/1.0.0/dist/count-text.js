/** A word: letters and digits, joined by apostrophes, hyphens or underscores. */
const word = /[\p{L}\p{N}]+(?:['’_-][\p{L}\p{N}]+)*/gu;

/**
 * Counts lines, blank lines and words. The line break at the end of a file starts no line.
 *
 * @param {string} text
 */
export function countText(text) {
  if (text === '') return { lines: 0, blank: 0, words: 0 };
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  return {
    lines: lines.length,
    blank: lines.filter((line) => line.trim() === '').length,
    words: text.match(word)?.length ?? 0,
  };
}
