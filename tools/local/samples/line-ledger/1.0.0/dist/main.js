import { commands, ui, workspace } from '@orchestra/api';
import { countWorkspace } from './count-workspace.js';
import { renderLedger } from './render-ledger.js';

/** Puts the totals into the status bar and offers the ledger as a command. */
export async function activate(context) {
  const status = ui.createStatusBarItem({
    text: 'Counting…',
    tooltip: 'Open the Line Ledger',
    command: 'line-ledger.open',
  });
  let ledger = null;

  async function recount() {
    ledger = await countWorkspace(workspace.rootPath);
    status.text = summary(ledger.total);
    return ledger;
  }

  async function open() {
    const counted = ledger ?? (await recount());
    ui.createWebviewPanel({
      title: 'Line Ledger',
      html: renderLedger(counted, { title: workspace.name }),
    });
  }

  context.subscriptions.push(
    status,
    commands.register('line-ledger.open', open),
    commands.register('line-ledger.recount', recount),
  );
  status.show();
  if (workspace.rootPath) await recount();
  else status.text = 'No folder open';
}

/** Everything was registered with the context, which cleans up. */
export function deactivate() {}

function summary({ lines, words }) {
  const number = new Intl.NumberFormat();
  return `${number.format(lines)} lines · ${number.format(words)} words`;
}
