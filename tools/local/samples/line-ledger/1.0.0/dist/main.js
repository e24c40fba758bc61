import { commands, ui, workspace } from '@orchestra/api';
import { countWorkspace, nothingOpen } from './count-workspace.js';
import { renderLedger } from './render-ledger.js';

/**
 * @import { ExtensionContext } from '@orchestra/api'
 * @import { Ledger } from './count-workspace.js'
 */

/**
 * Puts the totals into the status bar and offers the ledger as a command.
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
    ledger = root === undefined ? nothingOpen : await countWorkspace(root);
    status.text = root === undefined ? 'No folder open' : summary(ledger.total);
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

  context.subscriptions.push(
    status,
    commands.register('line-ledger.open', open),
    commands.register('line-ledger.recount', recount),
  );
  status.show();
  await recount();
}

/** Everything was registered with the context, which cleans up. */
export function deactivate() {}

/** @param {Ledger['total']} total */
function summary({ lines, words }) {
  const number = new Intl.NumberFormat();
  return `${number.format(lines)} lines · ${number.format(words)} words`;
}
