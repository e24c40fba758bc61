import { workspace } from '@orchestra/api';
import { isPrivate } from './private-files.js';
import { splitDiff } from './split-diff.js';

/** @typedef {{ files: string[], diff: string }} Staged Paths of all that is staged, and the changes. */

/** What fits into a prompt beside the instructions, in characters. */
const budget = 24_000;

/**
 * Reads the staged changes. Files with secrets and generated files are named and their contents left
 * out, and each of the others gets an equal share of the room.
 *
 * @returns {Promise<Staged>}
 */
export async function readStaged() {
  const parts = splitDiff(await workspace.git.diff({ staged: true }));
  const shown = parts.filter(({ path }) => !isPrivate(path) && !isGenerated(path));
  const share = Math.floor(budget / Math.max(1, shown.length));
  return {
    files: parts.map(({ path }) => path),
    diff: shown.map(({ text }) => shorten(text, share)).join('\n'),
  };
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
