import { workspace } from '@orchestra/api';
import { LensError } from './explain-error.js';

/**
 * @import { GitBlameLine } from '@orchestra/api'
 * @import { Place } from './current-place.js'
 * @typedef {Extract<GitBlameLine, { isCommitted: true }>} CommittedLine
 * @typedef {(place: Place) => Promise<GitBlameLine>} BlameLine
 */

/** Characters of unsaved text that are sent to git each time. */
const maxUnsaved = 2_000_000;

/** Lines before and behind the cursor that are asked for at once: the next ones that it goes to. */
const around = 100;

/** How long an answer is kept: somebody may commit meanwhile. */
const keptMilliseconds = 20_000;

/**
 * @typedef {{ path: string, text: string, from: number, to: number, until: number }} Asked
 * @typedef {Asked & { lines: GitBlameLine[] }} Kept
 */

/**
 * Makes what asks git about a line, and about those around it. The answer is kept while the text of the file
 * stays the same.
 *
 * @returns {BlameLine} throws LensError, and errors of git
 */
export function makeBlame() {
  /** @type {Kept | undefined} */
  let kept;
  return async (place) => {
    if (typeof workspace.git.blame !== 'function') throw new LensError('unsupported');
    if (kept === undefined || !fits(kept, place)) kept = await ask(place);
    const found = kept.lines.find(({ line }) => line === place.line);
    if (found === undefined) throw new LensError('no-line');
    return found;
  };
}

/**
 * @param {Kept} kept
 * @param {Place} place
 */
function fits(kept, { path, text, line }) {
  const isSame = kept.path === path && kept.text === text && Date.now() < kept.until;
  return isSame && kept.from <= line && line <= kept.to;
}

/**
 * @param {Place} place
 * @returns {Promise<Kept>}
 */
async function ask({ path, text, line, isDirty }) {
  if (isDirty && text.length > maxUnsaved) throw new LensError('too-large');
  const [from, to] = [Math.max(1, line - around), line + around];
  const lines = await workspace.git.blame(path, {
    startLine: from,
    endLine: to,
    ...(isDirty && { content: text }),
  });
  return { path, text, from, to, until: Date.now() + keptMilliseconds, lines };
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
