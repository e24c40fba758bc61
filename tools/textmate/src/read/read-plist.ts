import textmate from 'vscode-textmate';
import type { ContributedFile } from './read-file.ts';

/**
 * Reads a property list in XML, as VS Code reads `.tmTheme` and `.tmLanguage`.
 *
 * @param of.path for the places, which are the file as a whole
 */
export function readPlist(text: string, { path }: { path: string }): ContributedFile {
  const read = { path, placeOf: () => path };
  try {
    const value: unknown = textmate.parseRawGrammar(text, 'any.plist'); // takes any property list
    return { ...read, value, faults: [] };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { ...read, value: undefined, faults: [{ message, place: path }] };
  }
}
