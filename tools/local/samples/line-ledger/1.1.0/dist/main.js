import { commands, ui, workspace } from '@orchestra/api';
import { countWorkspace } from './count-workspace.js';
import { readSettings } from './read-settings.js';
import { renderLedger } from './render-ledger.js';
import { showNotes } from './show-notes.js';

/** Puts the totals into the status bar and offers the ledger and the notes as commands. */
export async function activate(context) {
  const status = ui.createStatusBarItem({
    text: 'Counting…',
    tooltip: 'Open the Line Ledger',
    command: 'line-ledger.open',
  });
  let ledger = null;

  async function recount() {
    ledger = await countWorkspace(workspace.rootPath, readSettings());
    status.text = summary(ledger);
    return ledger;
  }

  async function open() {
    const counted = ledger ?? (await recount());
    ui.createWebviewPanel({
      title: 'Line Ledger',
      html: renderLedger(counted, { title: workspace.name }),
    });
  }

  async function notes() {
    const counted = await recount();
    await showNotes(counted.notes, { root: workspace.rootPath });
  }

  context.subscriptions.push(
    status,
    commands.register('line-ledger.open', open),
    commands.register('line-ledger.notes', notes),
    commands.register('line-ledger.recount', recount),
  );
  status.show();
  if (workspace.rootPath) await recount();
  else status.text = 'No folder open';
}

/** Everything was registered with the context, which cleans up. */
export function deactivate() {}

function summary({ total, notes }) {
  const number = new Intl.NumberFormat();
  const parts = [`${number.format(total.lines)} lines`, `${number.format(total.words)} words`];
  if (notes.length > 0) parts.push(`${number.format(notes.length)} notes`);
  return parts.join(' · ');
}
