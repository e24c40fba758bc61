/** @typedef {{ line: number, word: string, text: string }} Note Its line counts from 1. */

/**
 * Finds notes such as `TODO: name the tides` or `FIXME(harbour) …`. The word must be in capitals and
 * followed by a colon or a bracket, so that prose about todos is none.
 *
 * @param {string} text
 * @param {string[]} words
 * @returns {Note[]}
 */
export function findNotes(text, words) {
  if (words.length === 0) return [];
  const note = new RegExp(`\\b(${words.map(escapePattern).join('|')})(?:\\([^)]*\\))?:?\\s*(.*)`);
  const marked = new RegExp(`\\b(?:${words.map(escapePattern).join('|')})[:(]`);
  return text.split(/\r?\n/).flatMap((line, at) => {
    const found = marked.test(line) ? note.exec(line) : null;
    if (found === null) return [];
    return [{ line: at + 1, word: found[1], text: withoutCommentEnd(found[2]) }];
  });
}

/** @param {string} text */
function withoutCommentEnd(text) {
  return text.replace(/\s*(?:\*\/|-->|#\}|\*\)).*$/, '').trim();
}

/** @param {string} word */
function escapePattern(word) {
  return word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
