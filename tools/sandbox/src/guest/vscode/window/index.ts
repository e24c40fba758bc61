import { askEditor } from '../ask-host.ts';
import { notOffered } from '../../not-offered.ts';
import * as documents from '../documents/open-documents.ts';
import { ColorThemeKind } from '../types/enums.ts';
import { Disposable, neverFires } from '../types/events.ts';
import { Uri } from '../types/uri.ts';
import { workspace } from '../workspace/index.ts';
import { showErrorMessage, showInformationMessage, showWarningMessage } from './messages.ts';
import { createOutputChannel } from './output.ts';
import { createInputBox, createQuickPick, showInputBox, showQuickPick } from './quick-input.ts';
import { createStatusBarItem, setStatusBarMessage, withProgress } from './status.ts';
import { tabGroups } from './tabs.ts';
import {
  createTerminal,
  onDidCloseTerminal,
  onDidOpenTerminal,
  openTerminals,
} from './terminals.ts';
import { createTreeView, registerTreeDataProvider } from './trees.ts';
import { createWebviewPanel, registerWebviewViewProvider } from './webviews.ts';

interface DialogOptions {
  title?: string;
  openLabel?: string;
  saveLabel?: string;
  defaultUri?: Uri;
  canSelectMany?: boolean;
}

/** Asks a person for a path. */
async function askPath(member: string, options: DialogOptions, usual: string): Promise<string[]> {
  const prompt = options.title ?? options.openLabel ?? options.saveLabel ?? usual;
  const value = options.defaultUri?.fsPath ?? workspace.rootPath ?? '';
  const typed = await askEditor(member, [{ prompt, value }], { caller: askPath });
  return typeof typed === 'string' && typed !== '' ? [typed] : [];
}

async function showOpenDialog(options: DialogOptions = {}): Promise<Uri[] | undefined> {
  const [path] = await askPath('window.showOpenDialog', options, 'Which file?');
  return path === undefined ? undefined : [Uri.file(path)];
}

async function showSaveDialog(options: DialogOptions = {}): Promise<Uri | undefined> {
  const [path] = await askPath('window.showSaveDialog', options, 'Save where?');
  return path === undefined ? undefined : Uri.file(path);
}

async function showWorkspaceFolderPick(): Promise<unknown> {
  return workspace.workspaceFolders?.[0];
}

let decorations = 0;

/** Colours in a text: a terminal shows none. */
function createTextEditorDecorationType() {
  decorations += 1;
  return { key: `decoration-${decorations}`, dispose: () => undefined };
}

function registerQuietly(): Disposable {
  return new Disposable(() => undefined);
}

const theme = Object.freeze({ kind: ColorThemeKind['Dark'] });

/** `vscode.window`. */
export const window = Object.freeze({
  showInformationMessage,
  showWarningMessage,
  showErrorMessage,
  showQuickPick,
  showInputBox,
  createQuickPick,
  createInputBox,
  showOpenDialog,
  showSaveDialog,
  showWorkspaceFolderPick,
  createStatusBarItem,
  setStatusBarMessage,
  withProgress,
  createOutputChannel,
  createTerminal,
  get terminals() {
    return openTerminals();
  },
  get activeTerminal() {
    return openTerminals().at(-1);
  },
  onDidOpenTerminal,
  onDidCloseTerminal,
  createTreeView,
  registerTreeDataProvider,
  createWebviewPanel,
  registerWebviewViewProvider,
  registerWebviewPanelSerializer: registerQuietly,
  registerCustomEditorProvider: () => notOffered('window.registerCustomEditorProvider'),
  get activeTextEditor() {
    return documents.activeEditor();
  },
  get visibleTextEditors() {
    const active = documents.activeEditor();
    return active === undefined ? [] : [active];
  },
  showTextDocument: documents.showTextDocument,
  createTextEditorDecorationType,
  onDidChangeActiveTextEditor: documents.didActivate.event,
  onDidChangeVisibleTextEditors: neverFires(),
  onDidChangeTextEditorSelection: documents.didSelect.event,
  onDidChangeTextEditorVisibleRanges: neverFires(),
  onDidChangeTextEditorOptions: neverFires(),
  onDidChangeTextEditorViewColumn: neverFires(),
  tabGroups,
  visibleNotebookEditors: Object.freeze([]),
  activeNotebookEditor: undefined,
  showNotebookDocument: () => notOffered('window.showNotebookDocument'),
  onDidChangeActiveNotebookEditor: neverFires(),
  onDidChangeVisibleNotebookEditors: neverFires(),
  onDidChangeNotebookEditorSelection: neverFires(),
  onDidChangeNotebookEditorVisibleRanges: neverFires(),
  onDidChangeActiveTerminal: neverFires(),
  onDidChangeTerminalState: neverFires(),
  onDidChangeTerminalShellIntegration: neverFires(),
  onDidStartTerminalShellExecution: neverFires(),
  onDidEndTerminalShellExecution: neverFires(),
  registerTerminalLinkProvider: registerQuietly,
  registerTerminalProfileProvider: registerQuietly,
  registerFileDecorationProvider: registerQuietly,
  registerUriHandler: registerQuietly,
  state: Object.freeze({ focused: true, active: true }),
  onDidChangeWindowState: neverFires(),
  activeColorTheme: theme,
  onDidChangeActiveColorTheme: neverFires(),
});
