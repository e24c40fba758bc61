import { ui } from '@orchestra/api';

/**
 * Lets people choose a draft and edit its subject; undefined where they turn back.
 *
 * @param {string[]} drafts
 * @param {{ files: string[] }} staged
 */
export async function chooseMessage(drafts, { files }) {
  const placeholder =
    files.length === 0
      ? 'Nothing is staged: stage the changes that belong together first'
      : `A message for ${files.length === 1 ? files[0] : `${files.length} staged files`}`;
  const chosen = await ui.showQuickPick(drafts.map(toItem), { placeholder });
  if (!chosen) return undefined;
  const [subject, ...body] = chosen.message.split('\n');
  const edited = await ui.showInputBox({ title: 'Commit message', value: subject });
  return edited?.trim() ? [edited.trim(), ...body].join('\n') : undefined;
}

/** @param {string} message */
function toItem(message) {
  const [subject, ...body] = message.split('\n');
  return { label: subject, detail: body.join(' ').trim(), message };
}
