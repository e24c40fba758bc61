import orchestra, { guest } from 'orchestra:api';
import { askEditor } from '../ask-host.ts';
import { EventEmitter } from '../types/events.ts';
import { Selection } from '../types/positions.ts';
import { pathOf, Uri } from '../types/uri.ts';
import { TextDocument, type DocumentFacts } from './text-document.ts';
import { TextEditor } from './text-editor.ts';

/** What the host says of the editor. */
type State = NonNullable<typeof guest.state.editor>;

const documents = new Map<string, TextDocument>();
const providers = new Map<string, { provideTextDocumentContent(uri: Uri): unknown }>();
let active: TextEditor | undefined;
let untitled = 0;

export const didOpen = new EventEmitter<TextDocument>();
export const didClose = new EventEmitter<TextDocument>();
export const didChange = new EventEmitter<unknown>();
export const willSave = new EventEmitter<unknown>();
export const didSave = new EventEmitter<TextDocument>();
export const didActivate = new EventEmitter<TextEditor | undefined>();
export const didSelect = new EventEmitter<unknown>();

/** Documents that are open, in the order in which they were opened. */
export function openDocuments(): TextDocument[] {
  return [...documents.values()];
}

/** The editor that a person uses; undefined where there is none. */
export function activeEditor(): TextEditor | undefined {
  return active;
}

/** Takes what is open when the extension starts, and follows what happens to it. */
export function followEditor(): void {
  takeState();
  orchestra.editor.onDidChangeActive(takeState);
  orchestra.editor.onDidChangeSelection(takeState);
  orchestra.editor.onDidChangeDocument(takeState);
}

function takeState(): void {
  const state = guest.state.editor;
  if (state === null) {
    if (active === undefined) return;
    active = undefined;
    didActivate.fire(undefined);
    return;
  }
  const editor = takeEditor(state);
  if (editor === active) {
    if (TextEditor.select(editor, toSelection(state)))
      didSelect.fire({ textEditor: editor, selections: editor.selections, kind: undefined });
    return;
  }
  active = editor;
  didActivate.fire(editor);
}

function takeEditor(state: State): TextEditor {
  const document = takeDocument(Uri.file(state.document.path), state.document);
  if (active?.document === document) return active;
  return new TextEditor(document, toSelection(state));
}

function toSelection({ selection: { start, end } }: State): Selection {
  return new Selection(start.line, start.column, end.line, end.column);
}

/** A document that is open from now on, or one that was, with its text as it is now. */
function takeDocument(uri: Uri, facts: DocumentFacts): TextDocument {
  const key = uri.toString();
  const known = documents.get(key);
  if (known === undefined) {
    const opened = new TextDocument(uri, facts, save);
    documents.set(key, opened);
    didOpen.fire(opened);
    return opened;
  }
  const wasDirty = known.isDirty;
  const change = TextDocument.update(known, facts);
  if (change !== null)
    didChange.fire({ document: known, contentChanges: [change], reason: undefined });
  if (wasDirty && !facts.isDirty && change === null) didSave.fire(known);
  return known;
}

async function save(document: TextDocument): Promise<boolean> {
  willSave.fire({ document, reason: 1, waitUntil: () => undefined });
  return (await askEditor('TextDocument.save', [document.uri.fsPath], { caller: save })) === true;
}

/** Opens a document without showing it. */
export async function openTextDocument(
  given?: Uri | string | { language?: string; content?: string },
): Promise<TextDocument> {
  const isAddress = typeof given === 'string' || Uri.isUri(given);
  if (!isAddress) {
    untitled += 1;
    const { language = 'plaintext', content = '' } = given ?? {};
    const uri = Uri.from({ scheme: 'untitled', path: `Untitled-${untitled}` });
    return takeDocument(uri, { languageId: language, isDirty: content !== '', text: content });
  }
  const uri = typeof given === 'string' ? Uri.file(given) : given;
  const provider = providers.get(uri.scheme);
  if (provider !== undefined) {
    const text = String((await provider.provideTextDocumentContent(uri)) ?? '');
    return takeDocument(uri, { languageId: 'plaintext', isDirty: false, text });
  }
  const known = documents.get(uri.toString());
  if (known !== undefined) return known;
  const path = pathOf(uri);
  const read = await askEditor('workspace.openTextDocument', [path], { caller: openTextDocument });
  return takeDocument(uri, read as DocumentFacts);
}

/** Shows a document in the editor. */
export async function showTextDocument(
  given: TextDocument | Uri,
  options?: unknown,
): Promise<TextEditor> {
  const { selection } = Object(options) as {
    selection?: { start: { line: number; character: number } };
  };
  const uri = given instanceof TextDocument ? given.uri : given;
  if (uri.scheme !== 'file') {
    const document = given instanceof TextDocument ? given : await openTextDocument(uri);
    active = new TextEditor(document, new Selection(0, 0, 0, 0));
    didActivate.fire(active);
    return active;
  }
  const { line = 0, character = 0 } = selection?.start ?? {};
  const at = selection === undefined ? {} : { line: line + 1, column: character + 1 };
  if (
    active !== undefined &&
    active.document.uri.toString() === uri.toString() &&
    selection === undefined
  )
    return active; // it is shown already, which needs nothing
  const args = [pathOf(uri), at];
  const state = await askEditor('window.showTextDocument', args, { caller: showTextDocument });
  const editor = takeEditor(state as State);
  if (editor !== active) {
    active = editor;
    didActivate.fire(editor);
  }
  return editor;
}

/** Gives documents of a scheme their texts. */
export function provideContents(
  scheme: string,
  provider: { provideTextDocumentContent(uri: Uri): unknown },
): () => void {
  providers.set(scheme, provider);
  return () => {
    if (providers.get(scheme) === provider) providers.delete(scheme);
  };
}
