import { listFolder, readManifest } from '@orchestra/packaging/node';
import { count, plain } from '@orchestra/terminal';
import { join, relative } from 'node:path';
import type { Command } from '../command.ts';
import { askAnswers } from '../init/ask-answers.ts';
import { finishProject, placeProject, requireFree } from '../init/place-project.ts';
import { planProject } from '../init/plan-project.ts';
import type { GivenAnswers, Template } from '../init/project-answers.ts';
import { readGiven } from '../init/read-given.ts';

/** The project that was created. */
export interface InitResult {
  name: string;
  /** Null where an interrupted run was finished. */
  template: Template | null;
  /** Absolute path. */
  folder: string;
  /** Path relative to the current folder; empty where it is the current folder. */
  below: string;
  /** Paths of the author's files, without the supporting files that the command line adds. */
  files: string[];
}

/** Templates with code that `dev` runs, and those that come with tests. */
const running: ReadonlySet<Template> = new Set(['native', 'raycast', 'vscode-lsp']);
const tested: ReadonlySet<Template> = new Set(['native', 'raycast', 'vscode-lsp']);

/** Starts an extension from a template, in a new folder or an empty one. */
export const init: Command<GivenAnswers, InitResult> = {
  async run(options, context) {
    const given = readGiven(options);
    const folder = given.name === undefined ? context.cwd : join(context.cwd, given.name);
    const below = relative(context.cwd, folder);
    await requireFree(folder);
    if (await finishProject(folder)) return { ...(await look(folder)), template: null, below };
    const answers = await askAnswers(given, { folder, context });
    const files = await planProject(answers, { year: context.now().getFullYear() });
    await placeProject(files, folder);
    return { ...(await look(folder)), template: answers.template, below };
  },
  text({ name, template, below, files }, style) {
    const how = template === null ? ', which was cut off' : ` from the template ${template}`;
    const steps = [
      ...(below === '' ? [] : [[`cd ${below}`, '']]),
      ...(template === 'vscode-lsp'
        ? [['npm install', 'puts the libraries of its client and server in place']]
        : []),
      ...(template !== null && running.has(template)
        ? [['orchestra ext dev', 'runs it, and again after each save']]
        : []),
      ...(template !== null && tested.has(template)
        ? [['orchestra ext test', 'runs its tests']]
        : []),
      ['orchestra ext check', 'names everything that would stop a publish'],
      ['orchestra ext pack', 'makes a package that can be installed'],
      ['orchestra ext publish', 'shares it'],
    ];
    return [
      `${style.green('Made')} ${style.bold(plain(name))}${how}: ${count(files.length, 'file')}`,
      'Next:',
      ...steps.map(([typed = '', why = '']) => `  ${typed.padEnd(22)} ${style.dim(why)}`.trimEnd()),
    ].join('\n');
  },
  json: ({ name, template, folder, files }) => ({ name, template, folder, files }),
};

async function look(folder: string): Promise<Pick<InitResult, 'name' | 'folder' | 'files'>> {
  const { manifest } = await readManifest(folder);
  const { paths } = await listFolder(folder);
  return { name: manifest?.name ?? '', folder, files: paths };
}
