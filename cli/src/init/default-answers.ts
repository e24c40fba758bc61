import { findEmails, legalName } from '@orchestra/core';
import { plain } from '@orchestra/terminal';
import { basename } from 'node:path';
import type { Context } from '../context.ts';
import { askGit } from '../project/ask-git.ts';
import { nameTrouble } from './read-given.ts';
import type { ProjectAnswers, Template } from './project-answers.ts';

/**
 * Fills in missing answers: the name from the folder, the author from git, and the rest from the name.
 *
 * @param by.folder absolute path of the project, which may not exist yet
 * @param by.context where git is asked
 */
export async function defaultAnswers(
  given: Partial<ProjectAnswers>,
  by: { folder: string; context: Pick<Context, 'cwd' | 'env'> },
): Promise<ProjectAnswers> {
  const name = given.name ?? nameOf(by.folder);
  const displayName = given.displayName ?? titleOf(name);
  const template = given.template ?? 'native';
  return {
    template,
    name,
    displayName,
    description: given.description ?? descriptions[template],
    author: given.author ?? (await gitAuthor(by.context)) ?? `The authors of ${displayName}`,
    license: given.license ?? 'MIT',
  };
}

/** One sentence about the code of each template. */
export const descriptions: Readonly<Record<Template, string>> = {
  native: 'Copies the date, written as you like.',
  raycast: 'Shows what time it is elsewhere.',
  'vscode-lsp': 'Support for a small language: completion, hovers, symbols and mistakes.',
  theme: 'A dark and a light colour theme.',
};

/** A valid name for a folder's name, which may be anything. */
function nameOf(folder: string): string {
  const legal = legalName(basename(folder));
  return nameTrouble(legal) === undefined ? legal : 'my-extension';
}

/** `tide-table` → `Tide Table`. */
export function titleOf(name: string): string {
  const words = name.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return words.join(' ');
}

/** The author name of git's settings; null where there is none, or where it is an email. */
async function gitAuthor(context: Pick<Context, 'cwd' | 'env'>): Promise<string | null> {
  const name = plain((await askGit(['config', 'user.name'], context)) ?? '').slice(0, 100);
  return name === '' || findEmails(name).length > 0 ? null : name;
}
