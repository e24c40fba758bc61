import { askEditor } from '../ask-host.ts';
import { ViewColumn } from '../types/enums.ts';
import { Position, Range, Selection, toPosition, toRange } from '../types/positions.ts';
import { plainSnippet, type SnippetString, toWireEdit } from '../types/text.ts';
import type { TextDocument } from './text-document.ts';

/** What a person sees of a document: what is selected, and edits. */
export class TextEditor {
  readonly document: TextDocument;
  readonly viewColumn = ViewColumn.One;
  options: Record<string, unknown> = { tabSize: 4, insertSpaces: true };
  #selections: Selection[];

  constructor(document: TextDocument, selection: Selection) {
    this.document = document;
    this.#selections = [selection];
  }

  get selection(): Selection {
    return this.#selections[0] ?? new Selection(0, 0, 0, 0);
  }

  set selection(selection: Selection) {
    this.#selections = [selection];
  }

  get selections(): readonly Selection[] {
    return this.#selections;
  }

  set selections(selections: readonly Selection[]) {
    this.#selections = [...selections];
  }

  get visibleRanges(): readonly Range[] {
    return [new Range(0, 0, this.document.lineCount - 1, 0)];
  }

  edit(change: (builder: EditBuilder) => void): Promise<boolean> {
    const builder = new EditBuilder(this.document);
    change(builder);
    return changeText('TextEditor.edit', this.document, builder.edits);
  }

  insertSnippet(snippet: SnippetString, at?: unknown): Promise<boolean> {
    const given = at ?? this.selections;
    const text = plainSnippet(snippet);
    const places = (Array.isArray(given) ? given : [given]).map((one: unknown) => ({
      range: one instanceof Position ? new Range(one, one) : toRange(one),
      newText: text,
    }));
    return changeText('TextEditor.insertSnippet', this.document, places.map(toWireEdit));
  }

  // a terminal shows no colours in a text, and has no scroll bar
  setDecorations(): void {}
  revealRange(): void {}
  show(): void {}
  hide(): void {}

  /** Takes what the host says is selected. @returns whether it is another */
  static select(editor: TextEditor, selection: Selection): boolean {
    const isSame =
      editor.selection.anchor.isEqual(selection.anchor) &&
      editor.selection.active.isEqual(selection.active);
    if (!isSame) editor.#selections = [selection];
    return !isSame;
  }
}

async function changeText(
  member: string,
  document: TextDocument,
  edits: unknown[],
): Promise<boolean> {
  return (await askEditor(member, [document.uri.fsPath, edits], { caller: changeText })) === true;
}

/** Collects edits: their places are those before any of them. */
class EditBuilder {
  readonly edits: ReturnType<typeof toWireEdit>[] = [];
  readonly #document: TextDocument;

  constructor(document: TextDocument) {
    this.#document = document;
  }

  replace(at: Position | Range, newText: string): void {
    const range = 'start' in at ? toRange(at) : new Range(toPosition(at), toPosition(at));
    this.edits.push(toWireEdit({ range: this.#document.validateRange(range), newText }));
  }

  insert(at: Position, newText: string): void {
    this.replace(at, newText);
  }

  delete(range: Range): void {
    this.replace(range, '');
  }

  // an edit keeps the line ends that it is given
  setEndOfLine(): void {}
}
