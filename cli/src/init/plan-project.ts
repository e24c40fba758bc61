import { orchestraVersion } from '@orchestra/core';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { programFolder } from '../program-folder.ts';
import { supportFiles, supportFolder } from '../project/support-files.ts';
import { cliVersion } from '../version.ts';
import { drawIcon } from './draw-icon.ts';
import type { ProjectAnswers, Template } from './project-answers.ts';

/** Folders of `templates/` that make up each template; a later one adds to those before it. */
const layers: Readonly<Record<Template, readonly string[]>> = {
  native: ['shared', 'code', 'native'],
  raycast: ['shared', 'code', 'raycast'],
  'vscode-lsp': ['shared', 'code', 'vscode-lsp'],
  theme: ['shared', 'theme'],
};

/** Plans the files of a new project by path: the filled-in template, licence, icon and types. */
export async function planProject(
  answers: ProjectAnswers,
  { year }: { year: number },
): Promise<Map<string, string | Uint8Array>> {
  const values = { ...answers, year: String(year), orchestraVersion, cliVersion };
  const files = new Map<string, string | Uint8Array>();
  for (const layer of layers[answers.template]) {
    for (const [path, text] of await readLayer(layer)) {
      files.set(path, fill(text, { values, isJson: path.endsWith('.json') }));
    }
  }
  const license = join(programFolder, 'templates/licenses', `${answers.license}.txt`);
  files.set('LICENSE', fill(await readFile(license, 'utf8'), { values, isJson: false }));
  files.set('assets/icon.png', drawIcon(answers.name));
  for (const [path, text] of await supportFiles()) files.set(`${supportFolder}/${path}`, text);
  return files;
}

/**
 * Reads a template folder. A leading `_` in a name stands for a dot, because npm doesn't publish some
 * dotfiles.
 */
async function readLayer(layer: string): Promise<Map<string, string>> {
  const root = join(programFolder, 'templates', layer);
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const read = entries
    .filter((entry) => entry.isFile())
    .map(async (entry): Promise<[string, string]> => {
      const file = join(entry.parentPath, entry.name);
      const path = relative(root, file).split(sep).join('/');
      return [path.replaceAll(/(^|\/)_/g, '$1.'), await readFile(file, 'utf8')];
    });
  return new Map(await Promise.all(read));
}

function fill(
  text: string,
  { values, isJson }: { values: Readonly<Record<string, string>>; isJson: boolean },
): string {
  return text.replaceAll(/__([a-zA-Z]+)__/g, (written, key: string) => {
    const value = values[key];
    if (value === undefined) return written;
    return isJson ? JSON.stringify(value).slice(1, -1) : value;
  });
}
