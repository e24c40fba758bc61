import { guest } from 'orchestra:api';
import { askEditor } from '../ask-host.ts';
import { notOffered } from '../../not-offered.ts';
import * as documents from '../documents/open-documents.ts';
import { Disposable, neverFires } from '../types/events.ts';
import { toUri, toWireEdit, WorkspaceEdit } from '../types/text.ts';
import { pathOf, Uri } from '../types/uri.ts';
import { getConfiguration, onDidChangeConfiguration } from './configuration.ts';
import { fileSystem } from './file-system.ts';
import { createFileSystemWatcher, findFiles } from './find-files.ts';

interface WorkspaceFolder {
  uri: Uri;
  name: string;
  index: number;
}

function folders(): WorkspaceFolder[] | undefined {
  const { rootPath, name } = guest.state.workspace;
  if (rootPath === null) return undefined;
  return [{ uri: Uri.file(rootPath), name: name ?? '', index: 0 }];
}

/** Whether a path is a folder's, or below it. */
function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

function getWorkspaceFolder(uri: Uri): WorkspaceFolder | undefined {
  return folders()?.find((folder) => uri.scheme === 'file' && isBelow(uri.path, folder.uri.path));
}

function asRelativePath(given: Uri | string, includeFolder = false): string {
  const { path } = toUri(given);
  const folder = getWorkspaceFolder(Uri.file(path));
  if (folder === undefined) return typeof given === 'string' ? given : given.fsPath;
  const inner = path.slice(folder.uri.path.length).replace(/^\//, '');
  return includeFolder && inner !== '' ? `${folder.name}/${inner}` : inner || folder.uri.fsPath;
}

/** Changes texts and files; false where one of them can't be. Files are done first, in order. */
async function applyEdit(edit: WorkspaceEdit): Promise<boolean> {
  const texts = edit.entries().map(([uri, edits]) => ({
    path: pathOf(uri),
    edits: edits.map(toWireEdit),
  }));
  const args = [[...WorkspaceEdit.stepsOf(edit)], texts];
  return (await askEditor('workspace.applyEdit', args, { caller: applyEdit })) === true;
}

async function saveAll(): Promise<boolean> {
  const dirty = documents
    .openDocuments()
    .filter(({ isDirty, isUntitled }) => isDirty && !isUntitled);
  const saved = await Promise.all(dirty.map((document) => document.save()));
  return saved.every(Boolean);
}

async function save(uri: Uri): Promise<Uri | undefined> {
  const found = documents.openDocuments().find((one) => one.uri.toString() === uri.toString());
  return (await found?.save()) === true ? uri : undefined;
}

function registerTextDocumentContentProvider(
  scheme: string,
  provider: { provideTextDocumentContent(uri: Uri): unknown },
): Disposable {
  return new Disposable(documents.provideContents(scheme, provider));
}

/** What is registered, and asked for by nobody here. */
function registerQuietly(): Disposable {
  return new Disposable(() => undefined);
}

/** `vscode.workspace`. */
export const workspace = Object.freeze({
  get workspaceFolders() {
    return folders();
  },
  get rootPath() {
    return guest.state.workspace.rootPath ?? undefined;
  },
  get name() {
    return guest.state.workspace.name ?? undefined;
  },
  workspaceFile: undefined,
  isTrusted: true,
  get textDocuments() {
    return documents.openDocuments();
  },
  notebookDocuments: Object.freeze([]),
  fs: fileSystem,
  getWorkspaceFolder,
  asRelativePath,
  getConfiguration,
  openTextDocument: documents.openTextDocument,
  applyEdit,
  saveAll,
  save,
  saveAs: () => notOffered('workspace.saveAs'),
  updateWorkspaceFolders: () => false,
  findFiles,
  createFileSystemWatcher,
  registerTextDocumentContentProvider,
  registerTaskProvider: registerQuietly,
  registerFileSystemProvider: () => notOffered('workspace.registerFileSystemProvider'),
  registerNotebookSerializer: registerQuietly,
  openNotebookDocument: () => notOffered('workspace.openNotebookDocument'),
  decode: async (bytes: Uint8Array) => new TextDecoder().decode(bytes),
  encode: async (text: string) => new TextEncoder().encode(text),
  onDidChangeConfiguration,
  onDidOpenTextDocument: documents.didOpen.event,
  onDidCloseTextDocument: documents.didClose.event,
  onDidChangeTextDocument: documents.didChange.event,
  onWillSaveTextDocument: documents.willSave.event,
  onDidSaveTextDocument: documents.didSave.event,
  onDidChangeWorkspaceFolders: neverFires(),
  onDidGrantWorkspaceTrust: neverFires(),
  onDidOpenNotebookDocument: neverFires(),
  onDidCloseNotebookDocument: neverFires(),
  onDidChangeNotebookDocument: neverFires(),
  onWillSaveNotebookDocument: neverFires(),
  onDidSaveNotebookDocument: neverFires(),
  onWillCreateFiles: neverFires(),
  onDidCreateFiles: neverFires(),
  onWillDeleteFiles: neverFires(),
  onDidDeleteFiles: neverFires(),
  onWillRenameFiles: neverFires(),
  onDidRenameFiles: neverFires(),
});
