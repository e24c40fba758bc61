import { commands, ui, workspace } from '@orchestra/api';
import { countWorkspace, nothingOpen } from './count-workspace.js';
import { readSettings } from './read-settings.js';
import { renderLedger } from './render-ledger.js';
import { showNotes } from './show-notes.js';

/**
 * @import { ExtensionContext } from '@orchestra/api'
 * @import { Ledger } from './count-workspace.js'
 */

/**
 * Puts the totals into the status bar and offers the ledger and the notes as commands.
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
    ledger = root === undefined ? nothingOpen : await countWorkspace(root, readSettings());
    status.text = root === undefined ? 'No folder open' : summary(ledger);
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
