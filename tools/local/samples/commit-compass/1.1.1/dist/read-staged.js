import { workspace } from '@orchestra/api';
import { isPrivate } from './private-files.js';
import { splitDiff } from './split-diff.js';

/** @import { Part } from './split-diff.js' */

/** @typedef {{ files: string[], diff: string }} Staged Paths of all that is staged, and the changes. */

/** What fits into a prompt beside the instructions, in characters. */
const budget = 24_000;

/**
 * Reads the staged changes. Files with secrets and generated files are named and their contents left
 * out; each of the others gets the room that it needs, the smallest first.
 *
 * @returns {Promise<Staged>}
 */
export async function readStaged() {
  const parts = splitDiff(await workspace.git.diff({ staged: true }));
  const open = parts.filter(({ path }) => !isPrivate(path) && !isGenerated(path));
  return { files: parts.map(({ path }) => path), diff: fit(open).join('\n') };
}

/** @param {Part[]} parts */
function fit(parts) {
  const smallestFirst = parts.toSorted((left, right) => left.text.length - right.text.length);
  let left = budget;
  return smallestFirst.map(({ text }, at) => {
    const part = shorten(text, Math.floor(left / (smallestFirst.length - at)));
    left -= part.length;
    return part;
  });
}

/** @param {string} path */
function isGenerated(path) {
  return (
    /(?:^|\/)(?:package-lock\.json|yarn\.lock|pnpm-lock\.yaml|Cargo\.lock|go\.sum)$/.test(path) ||
    /\.(?:min\.js|map|snap)$/.test(path)
  );
}

/**
 * @param {string} text
 * @param {number} length
 */
function shorten(text, length) {
  return text.length <= length ? text : `${text.slice(0, length)}\n[shortened]`;
}
