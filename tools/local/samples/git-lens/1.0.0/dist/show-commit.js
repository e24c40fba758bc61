import { ui, workspace } from '@orchestra/api';
import { requireCommitted } from './blame-line.js';
import { requirePlace } from './current-place.js';
import { renderCommit } from './render-commit.js';

/**
 * @import { WebviewPanel } from '@orchestra/api'
 * @import { BlameLine } from './blame-line.js'
 */

/** Makes the one page on which commits are shown. */
export function makeCommitPanel() {
  /** @type {WebviewPanel | undefined} */
  let panel;

  /**
   * Shows a commit: its whole message, and what it changed in a file.
   *
   * @param {string} hash
   * @param {{ path: string }} file
   */
  async function show(hash, { path }) {
    const change = await workspace.git.show(hash, { path });
    const html = renderCommit(change, { path });
    const title = `Commit ${hash.slice(0, 8)}`;
    if (panel === undefined) {
      panel = ui.createWebviewPanel({ id: 'git-lens.commit', title, html });
      panel.onDidDispose(() => (panel = undefined));
      return;
    }
    panel.title = title;
    panel.html = html;
    panel.reveal();
  }

  return {
    show,
    /**
     * Shows the commit that changed the line at the cursor last.
     *
     * @param {BlameLine} blameLine
     */
    async showLine(blameLine) {
      const line = requireCommitted(await blameLine(requirePlace()));
      await show(line.hash, line);
    },
    dispose: () => panel?.dispose(),
  };
}
