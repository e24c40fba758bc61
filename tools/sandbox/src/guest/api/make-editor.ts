import type { EditorState, TextEdit, TextRange } from '../../services/services.ts';
import { Emitter } from './emitter.ts';
import type { GuestContext } from './guest-context.ts';

type DocumentState = EditorState['document'];

/** `editor`, and how the host tells of a document that changed. */
export function makeEditor(guest: GuestContext) {
  const { link, state } = guest;
  const changed = new Emitter<TextDocument>(guest);
  const activated = new Emitter<TextEditor | undefined>(guest);
  const selected = new Emitter<TextEditor>(guest);
  let last = state.editor;

  async function open(path: string, at: object = {}): Promise<TextEditor> {
    const opened = await link.call('editor.open', [path, at], { caller: open });
    return new TextEditor(guest, opened as EditorState);
  }

  /** The host said that something of the editor changed: what is told of is what differs. */
  function editorChanged(): void {
    const [before, now] = [last, state.editor];
    last = now;
    const isOther = before?.document.path !== now?.document.path;
    if (isOther) activated.fire(now === null ? undefined : new TextEditor(guest, now));
    if (now === null || (!isOther && isSameRange(before?.selection, now.selection))) return;
    selected.fire(new TextEditor(guest, now));
  }

  return {
    api: {
      get active() {
        return state.editor === null ? undefined : new TextEditor(guest, state.editor);
      },
      open,
      onDidChangeDocument: changed.event,
      onDidChangeActive: activated.event,
      onDidChangeSelection: selected.event,
    },
    editorChanged,
    documentChanged: (document: unknown) =>
      changed.fire(new TextDocument(guest, document as DocumentState)),
  };
}

/** A text as it is now: while it is the active one, what the host said last. */
class TextDocument {
  readonly #guest: GuestContext;
  readonly #known: DocumentState;

  constructor(guest: GuestContext, known: DocumentState) {
    this.#guest = guest;
    this.#known = known;
  }

  get #now(): DocumentState {
    const active = this.#guest.state.editor?.document;
    return active?.path === this.#known.path ? active : this.#known;
  }

  get path(): string {
    return this.#known.path;
  }

  get languageId(): string {
    return this.#now.languageId;
  }

  get isDirty(): boolean {
    return this.#now.isDirty;
  }

  get lineCount(): number {
    return this.#now.text.split('\n').length;
  }

  getText(range?: TextRange): string {
    const { text } = this.#now;
    return range === undefined ? text : textIn(text, range);
  }

  async save(): Promise<unknown> {
    return this.#guest.link.call('editor.save', [this.path], { caller: this.save });
  }
}

class TextEditor {
  readonly document: TextDocument;
  readonly #guest: GuestContext;
  readonly #known: EditorState;

  constructor(guest: GuestContext, known: EditorState) {
    this.#guest = guest;
    this.#known = known;
    this.document = new TextDocument(guest, known.document);
  }

  get selection(): TextRange & { isEmpty: boolean; text: string } {
    const active = this.#guest.state.editor;
    const { start, end } =
      active?.document.path === this.document.path ? active.selection : this.#known.selection;
    const isEmpty = start.line === end.line && start.column === end.column;
    return {
      start: { ...start },
      end: { ...end },
      isEmpty,
      text: this.document.getText({ start, end }),
    };
  }

  async edit(change: (builder: EditBuilder) => void): Promise<unknown> {
    const builder = new EditBuilder();
    change(builder);
    const args = [this.document.path, builder.edits];
    return this.#guest.link.call('editor.edit', args, { caller: this.edit });
  }
}

class EditBuilder {
  readonly edits: TextEdit[] = [];

  insert(at: TextRange['start'], text: string): void {
    this.edits.push({ range: { start: at, end: at }, text });
  }

  replace(range: TextRange, text: string): void {
    this.edits.push({ range: { start: range.start, end: range.end }, text });
  }

  delete(range: TextRange): void {
    this.replace(range, '');
  }
}

function isSameRange(left: TextRange | undefined, right: TextRange): boolean {
  const places = (range: TextRange) =>
    [range.start, range.end].map(({ line, column }) => `${line}:${column}`).join('-');
  return left !== undefined && places(left) === places(right);
}

/** The text of a range; what lies outside of the text is left out. */
function textIn(text: string, { start, end }: TextRange): string {
  const lines = text.split('\n').slice(start.line, end.line + 1);
  const last = lines.length - 1;
  return lines
    .map((line, index) => {
      const to = index === last && start.line + last === end.line ? end.column : line.length;
      return line.slice(index === 0 ? start.column : 0, to);
    })
    .join('\n');
}
