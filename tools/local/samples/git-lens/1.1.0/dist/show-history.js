import { ui, workspace } from '@orchestra/api';
import { requirePlace } from './current-place.js';
import { LensError } from './explain-error.js';
import { formatDate } from './format-date.js';
import { readSettings } from './read-settings.js';

/**
 * @import { GitCommit } from '@orchestra/api'
 * @import { DateOptions } from './format-date.js'
 */

/** More than anybody scrolls through; typing narrows them down. */
const maxCount = 300;

/**
 * Lets people choose one of the commits that changed the file that is being edited, and shows it.
 *
 * @param {{ show(hash: string, file: { path: string }): Promise<void> }} panel
 */
export async function showHistory(panel) {
  const { path } = requirePlace();
  if (typeof workspace.git.show !== 'function') throw new LensError('unsupported');
  const commits = await workspace.git.log({ path, maxCount });
  if (commits.length === 0) throw new LensError('not-in-history');
  const dates = { now: new Date(), dateFormat: readSettings().dateFormat };
  const chosen = await ui.showQuickPick(
    commits.map((commit) => toItem(commit, dates)),
    {
      title: `History of ${path.slice(path.lastIndexOf('/') + 1)}`,
      placeholder:
        commits.length < maxCount ? `${commits.length} commits` : `The latest ${maxCount} commits`,
      matchOnDescription: true,
    },
  );
  if (chosen) await panel.show(chosen.hash, { path });
}

/**
 * @param {GitCommit} commit
 * @param {DateOptions} dates
 */
function toItem({ hash, author, date, message }, dates) {
  const [label = ''] = message.split('\n', 1);
  const description = `${hash.slice(0, 8)} · ${author}, ${formatDate(date, dates)}`;
  return { label: label === '' ? '(no message)' : label, description, hash };
}
