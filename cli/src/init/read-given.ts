import { findEmails, isLegalName, legalName, RegistryError } from '@orchestra/core';
import { plain } from '@orchestra/terminal';
import { type GivenAnswers, licenses, type ProjectAnswers, templates } from './project-answers.ts';

/**
 * Checks the answers given on the command line.
 *
 * @throws RegistryError `usage` for an invalid name, or an unknown template or licence
 */
export function readGiven(given: GivenAnswers): Partial<ProjectAnswers> {
  const answers: Partial<ProjectAnswers> = {};
  if (given.name !== undefined) answers.name = requireName(given.name);
  if (given.template !== undefined) {
    answers.template = oneOf(templates, { option: '--template', written: given.template });
  }
  if (given.license !== undefined) {
    answers.license = oneOf(licenses, { option: '--license', written: given.license });
  }
  for (const field of ['displayName', 'description', 'author'] as const) {
    const text = given[field];
    if (text !== undefined) answers[field] = requireText(text, field);
  }
  return answers;
}

/** Returns what is wrong with a name; undefined for a valid one. */
export function nameTrouble(name: string): string | undefined {
  if (isLegalName(name)) return undefined;
  const legal = legalName(name);
  const rule = 'A name is lower-case words joined by hyphens';
  return isLegalName(legal) ? `${rule}, such as ${legal}` : `${rule}, and no device of Windows`;
}

/** Returns what is wrong with a text; undefined for a valid one. */
export function textTrouble(written: string, field: TextField): string | undefined {
  const text = plain(written);
  if (text === '') return 'Say a few words';
  if (findEmails(text).length > 0) return 'An email in it would be public';
  const longest = field === 'description' ? 500 : 100;
  return text.length <= longest ? undefined : `At most ${longest} characters`;
}

type TextField = 'displayName' | 'description' | 'author';

function requireName(name: string): string {
  const trouble = nameTrouble(name);
  if (trouble === undefined) return name;
  throw new RegistryError('usage', `'${plain(name).slice(0, 100)}' can't be a name`, {
    hint: `${trouble}.`,
  });
}

function oneOf<T extends string>(
  known: readonly T[],
  { option, written }: { option: string; written: string },
): T {
  const found = known.find((one) => one.toLowerCase() === written.toLowerCase());
  if (found !== undefined) return found;
  throw new RegistryError('usage', `There is no ${plain(written)} for ${option}`, {
    hint: `Use one of ${known.join(', ')}.`,
  });
}

function requireText(written: string, field: TextField): string {
  const trouble = textTrouble(written, field);
  if (trouble === undefined) return plain(written);
  throw new RegistryError('usage', `The ${field} can't be that`, { hint: `${trouble}.` });
}
