import { listFolder } from '@orchestra/packaging/node';
import {
  type ContributedLanguage,
  isOfLanguage,
  listLanguages,
  type Viewable,
} from '@orchestra/textmate';
import { readLookText, type ReadLooks } from './read-looks.ts';

/** A text that is coloured. */
export interface ColouredSample {
  path: string;
  text: string;
}

/** Where samples are looked for, in this order. */
export interface SampleFolders {
  workspace: string;
  folder: string;
}

/**
 * Reads the file that an author names, in the workspace or else in the extension.
 *
 * @throws Error where it isn't there
 */
export function readSample(path: string, { workspace, folder }: SampleFolders): ColouredSample {
  const text = readLookText(workspace, path) ?? readLookText(folder, path);
  if (text !== null) return { path, text };
  throw new Error(`There is no file ${path}, neither in the workspace nor in the extension`);
}

/**
 * Finds a file of the language of a grammar: in the workspace, or else in the extension.
 *
 * @throws Error that says what to do where there is none
 */
export async function findSample(
  grammar: Viewable,
  by: SampleFolders & Pick<ReadLooks, 'contributes' | 'paths'>,
): Promise<ColouredSample> {
  const id = grammar.contribution.fields['language'];
  const language = listLanguages(by.contributes).find((one) => one.id === id);
  if (language !== undefined) {
    const found =
      firstOf((await listFolder(by.workspace)).paths, { language, folder: by.workspace }) ??
      firstOf([...by.paths], { language, folder: by.folder });
    if (found !== null) return found;
  }
  const endings = language?.extensions.join(', ') ?? '';
  const wanted = endings === '' ? 'for this grammar' : `whose name ends with ${endings}`;
  throw new Error(`There is no file ${wanted} to colour: name one, as in v 1 FILE`);
}

function firstOf(
  paths: readonly string[],
  { language, folder }: { language: ContributedLanguage; folder: string },
): ColouredSample | null {
  for (const path of paths.toSorted()) {
    const text = isOfLanguage(path, language) ? readLookText(folder, path) : null;
    if (text !== null && text.trim() !== '') return { path, text };
  }
  return null;
}
