import { commands } from '@orchestra/api';
import { chooseMessage } from './choose-message.js';
import { commitStaged } from './commit-staged.js';
import { draftMessages } from './draft-messages.js';
import { readStaged } from './read-staged.js';

/** @import { ExtensionContext } from '@orchestra/api' */

/**
 * Offers the one command: read what is staged, draft, let people choose, commit.
 *
 * @param {ExtensionContext} context
 */
export function activate(context) {
  context.subscriptions.push(commands.register('commit-compass.draft', draft));
}

/** Everything was registered with the context, which cleans up. */
export function deactivate() {}

async function draft() {
  const staged = await readStaged();
  const drafts = staged.files.length === 0 ? [] : await draftMessages(staged);
  const message = await chooseMessage(drafts, staged);
  if (message) await commitStaged(message);
}
