import { commands, editor, settings, ui, workspace } from '@orchestra/api';
import { checkLinks } from './check-links.js';
import { collectLinks, listMarkdown } from './collect-links.js';
import { isIgnored } from './is-ignored.js';
import { showFindings } from './show-findings.js';

/** Offers the commands: collect links, check them, show those that lead nowhere. */
export function activate(context) {
  context.subscriptions.push(
    commands.register('link-lantern.check', checkWorkspace),
    commands.register('link-lantern.checkFile', checkFile),
  );
}

/** Everything was registered with the context, which cleans up. */
export function deactivate() {}

async function checkWorkspace() {
  await check(await listMarkdown(workspace.rootPath));
}

async function checkFile() {
  const path = editor.active?.path;
  await check(path === undefined || !/\.(?:md|markdown|mdx)$/i.test(path) ? [] : [path]);
}

async function check(files) {
  const root = workspace.rootPath;
  const ignored = settings.get('link-lantern.ignore') ?? ['http://localhost*', 'http://127.0.0.1*'];
  const findings = await ui.withProgress({ title: 'Checking links' }, async (progress) => {
    const links = await collectLinks(files);
    return checkLinks(
      links.filter(({ target }) => !isIgnored(target, ignored)),
      { root, onProgress: (done, total) => progress.report({ message: `${done} of ${total}` }) },
    );
  });
  await showFindings(findings, { root });
}
