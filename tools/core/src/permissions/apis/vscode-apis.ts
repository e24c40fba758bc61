import type { ApiTable } from './judgement.ts';
import { contextJudgements, vscodePrograms } from './vscode/programs.ts';
import { vscodeValues } from './vscode/values.ts';
import { vscodeWindow } from './vscode/window.ts';
import { vscodeWorkspace } from './vscode/workspace.ts';

/** The API of VS Code. */
export const vscodeApi: ApiTable = {
  module: 'vscode',
  judgements: [...vscodeWindow, ...vscodeWorkspace, ...vscodePrograms, ...vscodeValues],
};

/** What `activate` is given. Its members are fixed; what an extension adds to it is its own. */
export const contextApi: ApiTable = { module: 'context', judgements: contextJudgements };

/** How a member of an API leads to another part of it: it is one, or a list of them; a call gives one, or hands it to a function. */
export interface Gift {
  members: readonly string[];
  gives: 'itself' | 'list' | 'result' | 'argument';
  /** Name of the part: `TextDocument`. */
  part: string;
}

const gift = (gives: Gift['gives'], part: string, members: string): Gift => ({
  gives,
  part,
  members: members.split(' '),
});

/** How members of `vscode` lead to parts that have members with a verdict. */
export const vscodeGifts: readonly Gift[] = [
  gift(
    'itself',
    'TextEditor',
    'window.activeTextEditor TextEditorSelectionChangeEvent.textEditor TextEditorVisibleRangesChangeEvent.textEditor TextEditorOptionsChangeEvent.textEditor TextEditorViewColumnChangeEvent.textEditor',
  ),
  gift('list', 'TextEditor', 'window.visibleTextEditors'),
  gift('result', 'TextEditor', 'window.showTextDocument'),
  gift(
    'argument',
    'TextEditor',
    'window.onDidChangeActiveTextEditor commands.registerTextEditorCommand',
  ),
  gift('argument', 'TextEditorSelectionChangeEvent', 'window.onDidChangeTextEditorSelection'),
  gift(
    'argument',
    'TextEditorVisibleRangesChangeEvent',
    'window.onDidChangeTextEditorVisibleRanges',
  ),
  gift('argument', 'TextEditorOptionsChangeEvent', 'window.onDidChangeTextEditorOptions'),
  gift('argument', 'TextEditorViewColumnChangeEvent', 'window.onDidChangeTextEditorViewColumn'),
  gift(
    'itself',
    'TextDocument',
    'TextEditor.document TextDocumentChangeEvent.document TextDocumentWillSaveEvent.document',
  ),
  gift('list', 'TextDocument', 'workspace.textDocuments'),
  gift('result', 'TextDocument', 'workspace.openTextDocument languages.setTextDocumentLanguage'),
  gift(
    'argument',
    'TextDocument',
    'workspace.onDidOpenTextDocument workspace.onDidCloseTextDocument workspace.onDidSaveTextDocument',
  ),
  gift('argument', 'TextDocumentChangeEvent', 'workspace.onDidChangeTextDocument'),
  gift('argument', 'TextDocumentWillSaveEvent', 'workspace.onWillSaveTextDocument'),
  gift(
    'itself',
    'NotebookDocument',
    'NotebookEditor.notebook NotebookDocumentChangeEvent.notebook NotebookDocumentWillSaveEvent.notebook NotebookCell.notebook',
  ),
  gift('itself', 'NotebookEditor', 'window.activeNotebookEditor'),
  gift('list', 'NotebookEditor', 'window.visibleNotebookEditors'),
  gift('result', 'NotebookEditor', 'window.showNotebookDocument'),
  gift('argument', 'NotebookEditor', 'window.onDidChangeActiveNotebookEditor'),
  gift('list', 'NotebookDocument', 'workspace.notebookDocuments'),
  gift(
    'argument',
    'NotebookDocument',
    'workspace.onDidOpenNotebookDocument workspace.onDidCloseNotebookDocument workspace.onDidSaveNotebookDocument',
  ),
  gift('argument', 'NotebookDocumentChangeEvent', 'workspace.onDidChangeNotebookDocument'),
  gift('argument', 'NotebookDocumentWillSaveEvent', 'workspace.onWillSaveNotebookDocument'),
  gift('result', 'NotebookDocument', 'workspace.openNotebookDocument'),
  gift('itself', 'LanguageModelChat', 'ChatRequest.model'),
  gift('argument', 'ChatRequest', 'chat.createChatParticipant'),
  gift('list', 'Extension', 'extensions.all'),
  gift('itself', 'DebugSession', 'debug.activeDebugSession'),
  gift(
    'argument',
    'DebugSession',
    'debug.onDidStartDebugSession debug.onDidChangeActiveDebugSession debug.onDidTerminateDebugSession',
  ),
  gift('result', 'WebviewPanel', 'window.createWebviewPanel'),
  gift('itself', 'Webview', 'WebviewPanel.webview'),
];
