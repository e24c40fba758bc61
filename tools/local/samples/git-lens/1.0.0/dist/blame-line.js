import { workspace } from '@orchestra/api';
import { LensError } from './explain-error.js';

/**
 * @import { GitBlameLine } from '@orchestra/api'
 * @import { Place } from './current-place.js'
 * @typedef {Extract<GitBlameLine, { isCommitted: true }>} CommittedLine
 * @typedef {(place: Place) => Promise<GitBlameLine>} BlameLine
 */

/** How long an answer is kept: somebody may commit meanwhile. */
const keptMilliseconds = 20_000;

/**
 * Makes what asks git about a line. The answer about a file is kept while its text stays the same.
 *
 * @returns {BlameLine} throws LensError, and errors of git
 */
export function makeBlame() {
  /** @type {{ path: string, text: string, until: number, lines: GitBlameLine[] } | undefined} */
  let kept;
  return async ({ path, line, text, isDirty }) => {
    if (typeof workspace.git.blame !== 'function') throw new LensError('unsupported');
    if (isDirty) throw new LensError('unsaved');
    const fits = kept?.path === path && kept.text === text && Date.now() < kept.until;
    if (kept === undefined || !fits) {
      const lines = await workspace.git.blame(path);
      kept = { path, text, until: Date.now() + keptMilliseconds, lines };
    }
    const found = kept.lines.find((one) => one.line === line);
    if (found === undefined) throw new LensError('no-line');
    return found;
  };
}

/**
 * The commit of a line. @throws LensError where it isn't committed yet
 *
 * @param {GitBlameLine} line
 * @returns {CommittedLine}
 */
export function requireCommitted(line) {
  if (!line.isCommitted) throw new LensError('not-committed');
  return line;
}
