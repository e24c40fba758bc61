import { commands, settings } from '@orchestra/api';
import { chooseMessage } from './choose-message.js';
import { commitStaged } from './commit-staged.js';
import { draftMessages } from './draft-messages.js';
import { readStaged } from './read-staged.js';
import { readStyle } from './read-style.js';

/**
 * @import { ExtensionContext } from '@orchestra/api'
 * @import { Staged } from './read-staged.js'
 */

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
  const message = await chooseMessage(await draftsFor(staged), staged);
  if (message) await commitStaged(message);
}

/** @param {Staged} staged */
async function draftsFor(staged) {
  if (staged.files.length === 0) return [];
  const conventional = settings.get('commit-compass.conventional', 'auto');
  return draftMessages(staged, { style: await readStyle(), conventional });
}
