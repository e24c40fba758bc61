import { ai, ui } from '@orchestra/api';
import { parseDrafts } from './parse-drafts.js';

/** @import { Staged } from './read-staged.js' */

const instructions = `You write git commit messages.
Answer with three different messages for the change, separated by lines with only "---".
Each has a subject in the imperative mood of at most 60 characters without a full stop at its end,
and, only where the reason is not plain from the subject, an empty line and a body that says why.
No preamble, no numbering, no code fences.`;

/**
 * Asks the model for three messages.
 *
 * @param {Staged} staged
 */
export async function draftMessages({ files, diff }) {
  const question = `Staged files:\n${files.join('\n')}\n\nChanges:\n${diff}`;
  const answer = await ui.withProgress({ title: 'Drafting commit messages' }, () =>
    ai.chat([
      { role: 'system', content: instructions },
      { role: 'user', content: question },
    ]),
  );
  return parseDrafts(answer.content);
}
