/** @typedef {{ path: string, text: string }} Part The changes of one file. */

/**
 * Splits the output of `git diff` into one part for each file.
 *
 * @param {string} diff
 * @returns {Part[]}
 */
export function splitDiff(diff) {
  return diff
    .split(/^(?=diff --git )/m)
    .filter((text) => text.startsWith('diff --git '))
    .map((text) => ({ path: pathOf(text), text: text.trimEnd() }));
}

/**
 * The new path; the old one where the file was deleted; that of the header for binary files.
 *
 * @param {string} text
 */
function pathOf(text) {
  const added = /^\+\+\+ b\/(.+)$/m.exec(text)?.[1];
  const removed = /^--- a\/(.+)$/m.exec(text)?.[1];
  const renamed = /^rename to (.+)$/m.exec(text)?.[1];
  return added ?? renamed ?? removed ?? /^diff --git a\/.+ b\/(.+)$/m.exec(text)?.[1] ?? '';
}
