import { commands, ui, workspace } from '@orchestra/api';
import { countWorkspace, nothingOpen } from './count-workspace.js';
import { checkDailyGoal } from './daily-goal.js';
import { readSettings } from './read-settings.js';
import { renderLedger } from './render-ledger.js';
import { showNotes } from './show-notes.js';
import { watchWorkspace } from './watch-workspace.js';

/**
 * @import { ExtensionContext } from '@orchestra/api'
 * @import { Ledger } from './count-workspace.js'
 */

/**
 * Keeps the totals in the status bar and offers the ledger and the notes as commands.
 *
 * @param {ExtensionContext} context
 */
export async function activate(context) {
  const status = ui.createStatusBarItem();
  status.text = 'Counting…';
  status.tooltip = 'Open the Line Ledger';
  status.command = 'line-ledger.open';
  /** @type {Ledger | undefined} */
  let ledger;

  async function recount() {
    const root = workspace.rootPath;
    const { dailyGoal, ...rules } = readSettings();
    ledger = root === undefined ? nothingOpen : await countWorkspace(root, rules);
    status.text = root === undefined ? 'No folder open' : summary(ledger);
    const { words } = ledger.total;
    const today = localDate(new Date());
    if (root !== undefined) await checkDailyGoal({ root, words, goal: dailyGoal, today });
    return ledger;
  }

  async function open() {
    const counted = ledger ?? (await recount());
    ui.createWebviewPanel({
      id: 'line-ledger',
      title: 'Line Ledger',
      html: renderLedger(counted, { title: workspace.name ?? 'Line Ledger' }),
    });
  }

  async function notes() {
    const { notes: found } = await recount();
    await showNotes(found, { root: workspace.rootPath ?? '' });
  }

  context.subscriptions.push(
    status,
    commands.register('line-ledger.open', open),
    commands.register('line-ledger.notes', notes),
    commands.register('line-ledger.recount', recount),
  );
  status.show();
  await recount();
  if (workspace.rootPath !== undefined) context.subscriptions.push(watchWorkspace(recount));
}

/** Everything was registered with the context, which cleans up. */
export function deactivate() {}

/** @param {Ledger} ledger */
function summary({ total, notes }) {
  const number = new Intl.NumberFormat();
  const parts = [`${number.format(total.lines)} lines`, `${number.format(total.words)} words`];
  if (notes.length > 0) parts.push(`${number.format(notes.length)} notes`);
  return parts.join(' · ');
}

/**
 * The day where the writer is, not the one in Greenwich.
 *
 * @param {Date} now
 */
function localDate(now) {
  const two = (/** @type {number} */ value) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
