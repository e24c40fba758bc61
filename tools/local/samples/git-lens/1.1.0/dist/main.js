import { commands, editor, settings, ui } from '@orchestra/api';
import { makeBlame } from './blame-line.js';
import { copyHash } from './copy-hash.js';
import { explainError } from './explain-error.js';
import { followCursor } from './follow-cursor.js';
import { makeCommitPanel } from './show-commit.js';
import { showHistory } from './show-history.js';

/** @import { ExtensionContext } from '@orchestra/api' */

/**
 * Keeps the line at the cursor in the status bar and offers what else can be asked of it as commands.
 *
 * @param {ExtensionContext} context
 */
export function activate(context) {
  const blameLine = makeBlame();
  const panel = makeCommitPanel();
  const status = ui.createStatusBarItem({ alignment: 'left' });
  status.command = 'git-lens.showCommit';
  const cursor = followCursor({ status, blameLine });
  context.subscriptions.push(
    status,
    panel,
    cursor,
    editor.onDidChangeDocument(cursor.moved),
    settings.onDidChange(cursor.moved),
    commands.register('git-lens.showCommit', () => tellErrors(() => panel.showLine(blameLine))),
    commands.register('git-lens.copyHash', () => tellErrors(() => copyHash(blameLine))),
    commands.register('git-lens.showHistory', () => tellErrors(() => showHistory(panel))),
  );
  // an app from before these events still tells of changed documents
  const events = [editor.onDidChangeActive, editor.onDidChangeSelection];
  context.subscriptions.push(...events.flatMap((event) => event?.(cursor.moved) ?? []));
  cursor.moved();
}

/** Everything was registered with the context, which cleans up. */
export function deactivate() {}

/**
 * What a command can't do is said, and is no error of the app.
 *
 * @param {() => Promise<void>} run
 */
async function tellErrors(run) {
  try {
    await run();
  } catch (error) {
    await ui.showNotification(explainError(error), { type: 'warning' });
  }
}
