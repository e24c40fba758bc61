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
  /** Name of the part that a function is given as its second argument. */
  second?: string;
}

const gift = (gives: Gift['gives'], part: string, members: string): Gift => ({
  gives,
  part,
  members: members.split(' '),
});

/** What the editor hands to methods of objects that an extension registers, by the methods' names. */
export interface Handing {
  methods: readonly string[];
  /** Names of the parts, argument by argument; null for one that doesn't matter. */
  parts: readonly (string | null)[];
}

const handing = (methods: string, ...parts: (string | null)[]): Handing => ({
  methods: methods.split(' '),
  parts,
});

/** What VS Code hands to methods of providers and their like. Source: `vscode.d.ts`. */
export const vscodeHandings: readonly Handing[] = [
  handing(
    'prepareCallHierarchy prepareDocumentPaste prepareRename prepareTypeHierarchy provideCodeActions provideCodeLenses provideCommentingRanges provideCompletionItems provideDeclaration provideDefinition provideDocumentColors provideDocumentDropEdits provideDocumentFormattingEdits provideDocumentHighlights provideDocumentLinks provideDocumentPasteEdits provideDocumentRangeFormattingEdits provideDocumentRangeSemanticTokens provideDocumentRangesFormattingEdits provideDocumentSemanticTokens provideDocumentSemanticTokensEdits provideDocumentSymbols provideEvaluatableExpression provideFoldingRanges provideHover provideImplementation provideInlayHints provideInlineCompletionItems provideInlineValues provideLinkedEditingRanges provideOnTypeFormattingEdits provideReferences provideRenameEdits provideSelectionRanges provideSignatureHelp provideTypeDefinition',
    'TextDocument',
  ),
  handing('resolveCustomTextEditor', 'TextDocument', 'WebviewPanel'),
  handing('resolveCustomEditor', null, 'WebviewPanel'),
  handing('deserializeWebviewPanel', 'WebviewPanel'),
  handing('resolveWebviewView', 'WebviewView'),
  handing('provideCellStatusBarItems', 'NotebookCell'),
  handing('createDebugAdapterDescriptor createDebugAdapterTracker', 'DebugSession'),
];

/** How members of `vscode` lead to parts that have members with a verdict. */
export const vscodeGifts: readonly Gift[] = [
  gift(
    'itself',
    'TextEditor',
    'window.activeTextEditor TextEditorSelectionChangeEvent.textEditor TextEditorVisibleRangesChangeEvent.textEditor TextEditorOptionsChangeEvent.textEditor TextEditorViewColumnChangeEvent.textEditor',
  ),
  gift('list', 'TextEditor', 'window.visibleTextEditors'),
  gift('result', 'TextEditor', 'window.showTextDocument'),
  gift('argument', 'TextEditor', 'window.onDidChangeActiveTextEditor'),
  {
    ...gift('argument', 'TextEditor', 'commands.registerTextEditorCommand'),
    second: 'TextEditorEdit',
  },
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
    'TextEditor.document TextDocumentChangeEvent.document TextDocumentWillSaveEvent.document NotebookCell.document NotebookDocumentCellChange.document',
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
  gift('itself', 'Webview', 'WebviewPanel.webview WebviewView.webview'),
];
