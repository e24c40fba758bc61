import { commands, ui, workspace } from '@orchestra/api';
import { checkLinks } from './check-links.js';
import { collectLinks } from './collect-links.js';
import { showFindings } from './show-findings.js';

/** @import { ExtensionContext } from '@orchestra/api' */

/**
 * Offers the one command: collect every link, check them, show those that lead nowhere.
 *
 * @param {ExtensionContext} context
 */
export function activate(context) {
  context.subscriptions.push(commands.register('link-lantern.check', check));
}

/** Everything was registered with the context, which cleans up. */
export function deactivate() {}

async function check() {
  const root = workspace.rootPath;
  if (root === undefined) return;
  const findings = await ui.withProgress({ title: 'Checking links' }, async (progress) => {
    const links = await collectLinks(root);
    return checkLinks(links, {
      root,
      onProgress: (done, total) => progress.report({ message: `${done} of ${total}` }),
    });
  });
  await showFindings(findings, { root });
}
