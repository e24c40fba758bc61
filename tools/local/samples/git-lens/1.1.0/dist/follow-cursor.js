import { currentPlace } from './current-place.js';
import { describeLine } from './describe-line.js';
import { codeOf, explainError } from './explain-error.js';
import { readSettings } from './read-settings.js';

/**
 * @import { StatusBarItem } from '@orchestra/api'
 * @import { BlameLine } from './blame-line.js'
 * @typedef {{ text: string, tooltip: string }} Shown
 */

/** Git is asked once the cursor rests, not for each line that it passes. */
const quietMilliseconds = 150;

/** Where there is nothing to say of any line, the status bar stays free. */
const silent = new Set(['not-a-repository', 'outside-workspace', 'no-line']);

/** @type {Record<string, string>} */
const shortly = {
  'not-found': 'Not committed yet',
  'too-large': 'Unsaved changes',
  unsupported: 'Git Lens needs a newer Orchestra',
};

/**
 * Keeps the status bar at the line of the cursor. One question is asked at a time; an answer that comes
 * when the cursor is elsewhere is dropped.
 *
 * @param {{ status: StatusBarItem, blameLine: BlameLine }} parts
 */
export function followCursor({ status, blameLine }) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let moves = 0;
  let isAsking = false;
  let isDisposed = false;

  function moved() {
    moves += 1;
    clearTimeout(timer);
    if (!isDisposed) timer = setTimeout(update, quietMilliseconds);
  }

  async function update() {
    if (isAsking) return; // whoever is asking looks again at the end
    isAsking = true;
    let seen;
    do {
      seen = moves;
      const shown = await look(blameLine);
      if (seen === moves && !isDisposed) show(status, shown);
    } while (seen !== moves && !isDisposed);
    isAsking = false;
  }

  return {
    moved,
    dispose() {
      isDisposed = true;
      clearTimeout(timer);
    },
  };
}

/**
 * @param {BlameLine} blameLine
 * @returns {Promise<Shown | undefined>}
 */
async function look(blameLine) {
  const { statusBar, dateFormat } = readSettings();
  const place = statusBar ? currentPlace() : undefined;
  if (place === undefined) return undefined;
  try {
    return describeLine(await blameLine(place), { now: new Date(), dateFormat });
  } catch (error) {
    const code = codeOf(error);
    if (silent.has(code)) return undefined;
    return { text: shortly[code] ?? 'Git Lens: no answer', tooltip: explainError(error) };
  }
}

/**
 * @param {StatusBarItem} status
 * @param {Shown | undefined} shown
 */
function show(status, shown) {
  if (shown === undefined) return status.hide();
  status.text = shown.text;
  status.tooltip = shown.tooltip;
  status.show();
}
