import type { CommandContext } from '../command.ts';
import { defaultAnswers, descriptions, titleOf } from './default-answers.ts';
import { openQuestions } from './open-questions.ts';
import { licenses, type ProjectAnswers, type Template, templates } from './project-answers.ts';
import { nameTrouble, textTrouble } from './read-given.ts';

/**
 * Asks for the answers that the command line left out; `--yes` uses defaults instead.
 *
 * @param by.folder absolute path of the project
 * @throws RegistryError `consent-required` where there is no terminal to ask on, `cancelled`
 */
export async function askAnswers(
  given: Partial<ProjectAnswers>,
  by: { folder: string; context: CommandContext },
): Promise<ProjectAnswers> {
  const proposed = await defaultAnswers(given, by);
  if (by.context.yes) return proposed;
  const { text, choose } = await openQuestions(by.context);
  const name =
    given.name ?? (await text({ message: 'Name', proposed: proposed.name, trouble: nameTrouble }));
  const template =
    given.template ??
    (await choose({
      message: 'What is it?',
      proposed: proposed.template,
      from: templates.map((value) => ({ value, hint: hints[value] })),
    }));
  const displayName =
    given.displayName ??
    (await text({
      message: 'Display name',
      proposed: titleOf(name),
      trouble: (written) => textTrouble(written, 'displayName'),
    }));
  const description =
    given.description ??
    (await text({
      message: 'What does it do?',
      proposed: descriptions[template],
      trouble: (written) => textTrouble(written, 'description'),
    }));
  const license =
    given.license ??
    (await choose({
      message: 'Under which licence?',
      proposed: proposed.license,
      from: licenses.map((value) => ({ value })),
    }));
  return defaultAnswers({ ...given, name, template, displayName, description, license }, by);
}

const hints: Readonly<Record<Template, string>> = {
  native: 'commands, written for Orchestra',
  raycast: 'commands with views, as Raycast has them',
  'vscode-lsp': 'a language, as VS Code has them',
  theme: 'colours, without code',
};
