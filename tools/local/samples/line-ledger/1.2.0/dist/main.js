import { commands, ui, workspace } from '@orchestra/api';
import { countWorkspace } from './count-workspace.js';
import { checkDailyGoal } from './daily-goal.js';
import { readSettings } from './read-settings.js';
import { renderLedger } from './render-ledger.js';
import { showNotes } from './show-notes.js';
import { watchWorkspace } from './watch-workspace.js';

/** Keeps the totals in the status bar and offers the ledger and the notes as commands. */
export async function activate(context) {
  const status = ui.createStatusBarItem({
    text: 'Counting…',
    tooltip: 'Open the Line Ledger',
    command: 'line-ledger.open',
  });
  let ledger = null;

  async function recount() {
    const root = workspace.rootPath;
    const { dailyGoal, ...rules } = readSettings();
    ledger = await countWorkspace(root, rules);
    status.text = summary(ledger);
    const { words } = ledger.total;
    await checkDailyGoal({ root, words, goal: dailyGoal, today: localDate(new Date()) });
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
  if (!workspace.rootPath) {
    status.text = 'No folder open';
    return;
  }
  await recount();
  context.subscriptions.push(watchWorkspace(workspace.rootPath, recount));
}

/** Everything was registered with the context, which cleans up. */
export function deactivate() {}

function summary({ total, notes }) {
  const number = new Intl.NumberFormat();
  const parts = [`${number.format(total.lines)} lines`, `${number.format(total.words)} words`];
  if (notes.length > 0) parts.push(`${number.format(notes.length)} notes`);
  return parts.join(' · ');
}

/** The day where the writer is, not the one in Greenwich. */
function localDate(now) {
  const two = (value) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
