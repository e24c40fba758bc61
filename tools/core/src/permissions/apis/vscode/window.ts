import { type ApiJudgement, judgeApi } from '../judgement.ts';

/** `vscode.window`, `vscode.env` and `vscode.commands`. */
export const vscodeWindow: readonly ApiJudgement[] = [
  judgeApi(
    'notifications',
    'Shows messages.',
    'window.showInformationMessage window.showWarningMessage window.showErrorMessage',
  ),
  judgeApi(
    'terminal',
    'Opens terminals, types into them, or reads what runs in them.',
    'window.createTerminal window.terminals window.activeTerminal window.onDidOpenTerminal window.onDidChangeActiveTerminal window.onDidCloseTerminal window.onDidChangeTerminalState window.onDidChangeTerminalShellIntegration window.onDidStartTerminalShellExecution window.onDidEndTerminalShellExecution window.registerTerminalProfileProvider TerminalProfile Terminal.sendText Terminal.shellIntegration TerminalShellIntegration.executeCommand',
  ),
  judgeApi(
    'terminal',
    'Changes the variables that new terminals begin with.',
    'EnvironmentVariableCollection.append EnvironmentVariableCollection.prepend EnvironmentVariableCollection.replace',
  ),
  judgeApi(
    'filesystem.read',
    'Opens a file of any path, whose text can then be read. Showing a document that is open needs nothing.',
    'window.showTextDocument',
  ),
  judgeApi(
    'filesystem.write',
    'Changes the text of an open file, which is written when it is saved.',
    'TextEditor.edit TextEditor.insertSnippet TextEditorEdit.insert TextEditorEdit.replace TextEditorEdit.delete TextEditorEdit.setEndOfLine',
  ),
  judgeApi(
    'harmless',
    'The editor, and what is selected in it. Reading a document that a person has opened needs nothing.',
    'window.activeTextEditor window.visibleTextEditors window.onDidChangeActiveTextEditor window.onDidChangeVisibleTextEditors window.onDidChangeTextEditorSelection window.onDidChangeTextEditorVisibleRanges window.onDidChangeTextEditorOptions window.onDidChangeTextEditorViewColumn window.createTextEditorDecorationType window.tabGroups window.visibleNotebookEditors window.onDidChangeVisibleNotebookEditors window.activeNotebookEditor window.onDidChangeActiveNotebookEditor window.onDidChangeNotebookEditorSelection window.onDidChangeNotebookEditorVisibleRanges window.showNotebookDocument',
  ),
  judgeApi(
    'harmless',
    'The user interface.',
    'window.showQuickPick window.showWorkspaceFolderPick window.showOpenDialog window.showSaveDialog window.showInputBox window.createQuickPick window.createInputBox window.createOutputChannel window.setStatusBarMessage window.withScmProgress window.withProgress window.createStatusBarItem window.registerTreeDataProvider window.createTreeView window.registerUriHandler window.registerTerminalLinkProvider window.registerFileDecorationProvider window.registerQuickDiffProvider window.state window.onDidChangeWindowState window.activeColorTheme window.onDidChangeActiveColorTheme',
  ),
  judgeApi(
    'harmless',
    'Pages of the extension. What they load counts by their text, `webview.html`.',
    'window.createWebviewPanel window.registerWebviewPanelSerializer window.registerWebviewViewProvider window.registerCustomEditorProvider',
  ),
  judgeApi('clipboard', 'Reads and changes the clipboard.', 'env.clipboard'),
  judgeApi(
    'network',
    'Hands an address to the browser, or makes a port reachable.',
    'env.openExternal env.asExternalUri',
  ),
  judgeApi(
    'harmless',
    'Facts of the app.',
    'env.appName env.appRoot env.appHost env.uriScheme env.language env.machineId env.sessionId env.isNewAppInstall env.isTelemetryEnabled env.onDidChangeTelemetryEnabled env.onDidChangeShell env.remoteName env.shell env.uiKind env.logLevel env.onDidChangeLogLevel env.devDeviceId env.isAppPortable',
  ),
  judgeApi(
    'harmless',
    'Hands what is measured to a function of the extension.',
    'env.createTelemetryLogger',
  ),
  judgeApi(
    'followed',
    'Runs a command: its own need nothing, those of VS Code what they do, by their names, and those of other extensions are unresolved.',
    'commands.executeCommand',
  ),
  judgeApi(
    'harmless',
    'Adds commands, and lists them.',
    'commands.registerCommand commands.registerTextEditorCommand commands.registerDiffInformationCommand commands.getCommands',
  ),
];
