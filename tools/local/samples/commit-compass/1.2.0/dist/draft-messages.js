import { ai, ui } from '@orchestra/api';
import { parseDrafts } from './parse-drafts.js';
import { wrapBody } from './wrap-body.js';

/**
 * @import { ChatMessage, Progress } from '@orchestra/api'
 * @import { Staged } from './read-staged.js'
 */

const instructions = `You write git commit messages.
Answer with three different messages for the change, separated by lines with only "---".
Each has a subject in the imperative mood of at most 60 characters without a full stop at its end,
and, only where the reason is not plain from the subject, an empty line and a body that says why.
Where earlier subjects are given, write in their style: language, prefixes, capitals.
No preamble, no numbering, no code fences.`;

/** @type {Record<string, string>} */
const typeRules = {
  auto: '',
  always: 'Every subject begins with a type of Conventional Commits, such as feat: or fix:.',
  never: 'No subject begins with a type such as feat: or fix:.',
};

/**
 * Asks the model for three messages in the style of earlier ones, and shows the first as it comes.
 *
 * @param {Staged} staged
 * @param {{ style: string[], conventional: string }} rules
 */
export async function draftMessages({ files, diff }, { style, conventional }) {
  const question = [
    ...(style.length === 0 ? [] : [`Earlier subjects:\n${style.join('\n')}`]),
    `Staged files:\n${files.join('\n')}`,
    `Changes:\n${diff}`,
  ].join('\n\n');
  /** @type {ChatMessage[]} */
  const messages = [
    { role: 'system', content: `${instructions}\n${typeRules[conventional] ?? ''}`.trim() },
    { role: 'user', content: question },
  ];
  const answer = await ui.withProgress({ title: 'Drafting commit messages' }, (progress) =>
    readStream(messages, progress),
  );
  return parseDrafts(answer).map(wrapBody);
}

/**
 * @param {ChatMessage[]} messages
 * @param {Progress} progress
 */
async function readStream(messages, progress) {
  let answer = '';
  let told = false;
  for await (const piece of ai.chatStream(messages)) {
    answer += piece;
    const end = answer.indexOf('\n');
    if (told || end === -1) continue;
    told = true;
    progress.report({ message: answer.slice(0, end) });
  }
  return answer;
}
