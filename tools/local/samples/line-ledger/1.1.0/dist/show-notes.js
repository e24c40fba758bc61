import { editor, ui } from '@orchestra/api';

/** @import { FileNote } from './count-workspace.js' */

/**
 * Lets people choose one of the notes, and opens its line.
 *
 * @param {FileNote[]} notes
 * @param {{ root: string }} workspace
 */
export async function showNotes(notes, { root }) {
  const items = notes.map((note) => ({
    label: `${note.word}: ${note.text === '' ? '(no text)' : note.text}`,
    description: `${note.path.slice(root.length + 1)}:${note.line}`,
    note,
  }));
  const chosen = await ui.showQuickPick(items, {
    placeholder: items.length === 0 ? 'No notes in this workspace' : `${items.length} notes`,
  });
  if (chosen) await editor.open(chosen.note.path, { line: chosen.note.line });
}
