import { ai, ui } from '@orchestra/api';
import { parseDrafts } from './parse-drafts.js';

/** @import { Staged } from './read-staged.js' */

const instructions = `You write git commit messages.
Answer with three different messages for the change, separated by lines with only "---".
Each has a subject in the imperative mood of at most 60 characters without a full stop at its end,
and, only where the reason is not plain from the subject, an empty line and a body that says why.
Where earlier subjects are given, write in their style: language, prefixes, capitals.
No preamble, no numbering, no code fences.`;

/**
 * Asks the model for three messages in the style of earlier ones.
 *
 * @param {Staged} staged
 * @param {{ style: string[] }} rules
 */
export async function draftMessages({ files, diff }, { style }) {
  const question = [
    ...(style.length === 0 ? [] : [`Earlier subjects:\n${style.join('\n')}`]),
    `Staged files:\n${files.join('\n')}`,
    `Changes:\n${diff}`,
  ].join('\n\n');
  const answer = await ui.withProgress({ title: 'Drafting commit messages' }, () =>
    ai.chat([
      { role: 'system', content: instructions },
      { role: 'user', content: question },
    ]),
  );
  return parseDrafts(answer.content);
}
