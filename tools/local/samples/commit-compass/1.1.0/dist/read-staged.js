import { workspace } from '@orchestra/api';
import { splitDiff } from './split-diff.js';

/** @typedef {{ files: string[], diff: string }} Staged Paths of all that is staged, and the changes. */

/** What fits into a prompt beside the instructions, in characters. */
const budget = 24_000;

/**
 * Reads the staged changes; each file gets the room that it needs, the smallest first.
 *
 * @returns {Promise<Staged>}
 */
export async function readStaged() {
  const parts = splitDiff(await workspace.git.diff({ staged: true }));
  const smallestFirst = parts.toSorted((left, right) => left.text.length - right.text.length);
  const shown = [];
  let left = budget;
  for (const [at, { text }] of smallestFirst.entries()) {
    const share = Math.floor(left / (smallestFirst.length - at));
    const part = shorten(text, share);
    left -= part.length;
    shown.push(part);
  }
  return { files: parts.map(({ path }) => path), diff: shown.join('\n') };
}

/**
 * @param {string} text
 * @param {number} length
 */
function shorten(text, length) {
  return text.length <= length ? text : `${text.slice(0, length)}\n[shortened]`;
}
