import { commands, editor, settings, ui, workspace } from '@orchestra/api';
import { checkLinks } from './check-links.js';
import { collectLinks, listMarkdown } from './collect-links.js';
import { isIgnored } from './is-ignored.js';
import { showFindings } from './show-findings.js';

/** @import { ExtensionContext } from '@orchestra/api' */

/**
 * Offers the commands: collect links, check them, show those that lead nowhere.
 *
 * @param {ExtensionContext} context
 */
export function activate(context) {
  context.subscriptions.push(
    commands.register('link-lantern.check', checkWorkspace),
    commands.register('link-lantern.checkFile', checkFile),
  );
}

/** Everything was registered with the context, which cleans up. */
export function deactivate() {}

async function checkWorkspace() {
  const root = workspace.rootPath;
  await check(root === undefined ? [] : await listMarkdown(root));
}

async function checkFile() {
  const path = editor.active?.document.path;
  await check(path === undefined || !/\.(?:md|markdown|mdx)$/i.test(path) ? [] : [path]);
}

/** @param {string[]} files */
async function check(files) {
  const root = workspace.rootPath ?? '';
  const ignored = settings.get('link-lantern.ignore', ['http://localhost*', 'http://127.0.0.1*']);
  const findings = await ui.withProgress({ title: 'Checking links' }, async (progress) => {
    const links = await collectLinks(files);
    return checkLinks(
      links.filter(({ target }) => !isIgnored(target, ignored)),
      { root, onProgress: (done, total) => progress.report({ message: `${done} of ${total}` }) },
    );
  });
  await showFindings(findings, { root });
}
