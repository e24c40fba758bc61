import { ServiceError } from '../service-error.ts';
import type {
  EditorService,
  EditorState,
  FileService,
  ServiceEvents,
  TextRange,
} from '../services.ts';
import { applyEdits, clampPosition } from './apply-edits.ts';
import type { DeclaredLanguage } from './declared-languages.ts';
import { languageIdOf } from './language-ids.ts';

/** An editor that a person uses as well. */
export interface FolderEditor extends EditorService {
  /** What a person does: selects in the active document. */
  select(selection: TextRange): void;
  /** What a person does: closes a document, and leaves what isn't saved. */
  close(path: string): void;
}

interface OpenDocument {
  path: string;
  text: string;
  /** As it is on the disk. */
  saved: string;
}

interface Active {
  document: OpenDocument;
  selection: TextRange;
}

const maxDocuments = 100;
const maxText = 10_000_000;

/**
 * Documents of the workspace that are open, one of them in the editor. They are text in UTF-8; what is saved
 * goes through the file service.
 *
 * @param of.findPath where a path of the extension is in the workspace, absolute
 */
export function makeEditorService(of: {
  files: Pick<FileService, 'readFile' | 'writeFile'>;
  findPath(path: string): string;
  events: Pick<ServiceEvents, 'onEditorChanged' | 'onDocumentChanged'>;
  /** Of the extension: they come before those that are known. */
  languages: readonly DeclaredLanguage[];
}): FolderEditor {
  const documents = new Map<string, OpenDocument>();
  const languageOf = (path: string) => languageIdOf(path, of.languages);
  const toState = ({ document, selection }: Active): EditorState => {
    const { path, text, saved } = document;
    return {
      document: { path, languageId: languageOf(path), isDirty: text !== saved, text },
      selection: structuredClone(selection),
    };
  };
  let active: Active | null = null;
  const find = (path: string) => documents.get(of.findPath(path));
  const tell = (document: OpenDocument) => {
    of.events.onDocumentChanged(document.path);
    if (active?.document === document) of.events.onEditorChanged();
  };
  return {
    languageOf,
    active: () => (active === null ? null : toState(active)),
    open: async (path, at) => {
      const document = find(path) ?? (await read(of, path));
      if (!documents.has(document.path) && documents.size >= maxDocuments) {
        throw new ServiceError('too-many', `At most ${maxDocuments} documents may be open at once`);
      }
      documents.set(document.path, document);
      const start = clampPosition(document.text, {
        line: (at.line ?? 1) - 1,
        column: (at.column ?? 1) - 1,
      });
      active = { document, selection: { start, end: start } };
      of.events.onEditorChanged();
      return toState(active);
    },
    edit: (path, edits) =>
      Promise.try(() => {
        const document = find(path);
        if (document === undefined) return false;
        const text = applyEdits(document.text, edits);
        if (text.length > maxText)
          throw new ServiceError('too-large', `A document has at most ${maxText} characters`);
        document.text = text;
        if (active?.document === document) active.selection = clampRange(text, active.selection);
        tell(document);
        return true;
      }),
    save: async (path) => {
      const document = find(path);
      if (document === undefined) return false;
      const { text } = document;
      if ((await readIfThere(of, path)) !== document.saved) return false; // someone else has changed it
      await of.files.writeFile(document.path, new TextEncoder().encode(text));
      document.saved = text;
      tell(document);
      return true;
    },
    select: (selection) => {
      if (active === null) return;
      active.selection = clampRange(active.document.text, selection);
      of.events.onEditorChanged();
    },
    close: (path) => {
      const document = find(path);
      if (document === undefined) return;
      documents.delete(document.path);
      if (active?.document !== document) return;
      active = null;
      of.events.onEditorChanged();
    },
  };
}

function clampRange(text: string, { start, end }: TextRange): TextRange {
  return { start: clampPosition(text, start), end: clampPosition(text, end) };
}

type Reading = Pick<Parameters<typeof makeEditorService>[0], 'files' | 'findPath'>;

async function read(of: Reading, path: string): Promise<OpenDocument> {
  const text = await readText(of, path);
  return { path: of.findPath(path), text, saved: text };
}

async function readText({ files }: Reading, path: string): Promise<string> {
  const bytes = await files.readFile(path);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw new ServiceError('not-text', `'${path}' isn't text in UTF-8, and can't be edited`, {
      cause: error,
    });
  }
}

/** @returns undefined where it can't be read any longer */
async function readIfThere(of: Reading, path: string): Promise<string | undefined> {
  return readText(of, path).catch(() => undefined);
}
