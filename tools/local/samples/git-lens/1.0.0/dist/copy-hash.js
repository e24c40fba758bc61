import { clipboard, ui } from '@orchestra/api';
import { requireCommitted } from './blame-line.js';
import { requirePlace } from './current-place.js';

/** @import { BlameLine } from './blame-line.js' */

/**
 * Copies the hash of the commit that changed the line at the cursor last.
 *
 * @param {BlameLine} blameLine
 */
export async function copyHash(blameLine) {
  const { hash, summary } = requireCommitted(await blameLine(requirePlace()));
  await clipboard.writeText(hash);
  await ui.showNotification(`Copied ${hash.slice(0, 8)}: ${summary}`);
}
