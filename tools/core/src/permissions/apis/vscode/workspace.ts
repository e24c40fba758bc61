import { type ApiJudgement, judgeApi } from '../judgement.ts';

/** `vscode.workspace`, `vscode.languages` and `vscode.l10n`. */
export const vscodeWorkspace: readonly ApiJudgement[] = [
  judgeApi(
    'filesystem.read',
    'Reads and finds files, or watches them.',
    'workspace.fs.readFile workspace.fs.readDirectory workspace.fs.stat workspace.findFiles workspace.findFiles2 workspace.findTextInFiles workspace.findTextInFiles2 workspace.createFileSystemWatcher FileSystem.readFile FileSystem.readDirectory FileSystem.stat',
  ),
  judgeApi(
    'filesystem.read',
    'Opens a file of any path. A new document without a file needs nothing.',
    'workspace.openTextDocument workspace.openNotebookDocument',
  ),
  judgeApi(
    'filesystem.write',
    'Creates, changes, moves and deletes files.',
    'workspace.fs.writeFile workspace.fs.copy workspace.fs.rename workspace.fs.delete workspace.fs.createDirectory FileSystem.writeFile FileSystem.copy FileSystem.rename FileSystem.delete FileSystem.createDirectory WorkspaceEdit.createFile WorkspaceEdit.deleteFile WorkspaceEdit.renameFile',
  ),
  judgeApi(
    'filesystem.write',
    'Changes files, and writes what is changed.',
    'workspace.applyEdit workspace.save workspace.saveAs workspace.saveAll TextDocument.save NotebookDocument.save',
  ),
  judgeApi('harmless', 'Edits of a text, which `applyEdit` carries out.', 'WorkspaceEdit'),
  judgeApi(
    'harmless',
    'Tells which file systems can be written to.',
    'workspace.fs workspace.fs.isWritableFileSystem',
  ),
  judgeApi(
    'harmless',
    'The folders that are open, and paths as texts.',
    'workspace.getWorkspaceFolder workspace.asRelativePath workspace.updateWorkspaceFolders workspace.rootPath workspace.workspaceFolders workspace.name workspace.workspaceFile workspace.onDidChangeWorkspaceFolders workspace.isTrusted workspace.onDidGrantWorkspaceTrust workspace.registerRemoteAuthorityResolver',
  ),
  judgeApi(
    'harmless',
    'The documents that a person has opened.',
    'workspace.textDocuments workspace.onDidOpenTextDocument workspace.onDidCloseTextDocument workspace.onDidChangeTextDocument workspace.onWillSaveTextDocument workspace.onDidSaveTextDocument workspace.notebookDocuments workspace.onDidChangeNotebookDocument workspace.onWillSaveNotebookDocument workspace.onDidSaveNotebookDocument workspace.onDidOpenNotebookDocument workspace.onDidCloseNotebookDocument',
  ),
  judgeApi(
    'harmless',
    'Tells of files that the app creates, moves and deletes.',
    'workspace.onWillCreateFiles workspace.onDidCreateFiles workspace.onWillDeleteFiles workspace.onDidDeleteFiles workspace.onWillRenameFiles workspace.onDidRenameFiles',
  ),
  judgeApi(
    'harmless',
    'Settings.',
    'workspace.getConfiguration workspace.onDidChangeConfiguration',
  ),
  judgeApi(
    'harmless',
    'Gives the app documents, files and tasks of the extension.',
    'workspace.registerTextDocumentContentProvider workspace.registerFileSystemProvider workspace.registerTaskProvider workspace.registerNotebookSerializer',
  ),
  judgeApi(
    'harmless',
    'Makes bytes of texts, and texts of bytes.',
    'workspace.decode workspace.encode',
  ),
  judgeApi(
    'harmless',
    'Answers what the editor asks of a language, and asks for its diagnostics.',
    'languages',
  ),
  judgeApi('harmless', 'Texts in the language of the app.', 'l10n'),
];
