/** Calls of another app's API that Orchestra doesn't support, written like those of the permissions. */
export interface UnsupportedCalls {
  vscode: readonly string[];
  /** Names of `@raycast/api` and `@raycast/utils`. */
  raycast: readonly string[];
}

/** Unsupported calls by feature, in plain words. */
export const unsupportedCalls: Readonly<Record<string, UnsupportedCalls>> = {
  'custom editors': { vscode: ['window.registerCustomEditorProvider'], raycast: [] },
  notebooks: {
    vscode: [
      'workspace.registerNotebookSerializer',
      'workspace.openNotebookDocument',
      'window.showNotebookDocument',
      'notebooks.*',
    ],
    raycast: [],
  },
  debugging: { vscode: ['debug.*'], raycast: [] },
  tasks: { vscode: ['tasks.*'], raycast: [] },
  'comments on files': { vscode: ['comments.*'], raycast: [] },
  'chats and models of VS Code': { vscode: ['chat.*', 'lm.*'], raycast: [] },
  'file systems of an extension’s own': {
    vscode: ['workspace.registerFileSystemProvider'],
    raycast: [],
  },
  'saving under another name': { vscode: ['workspace.saveAs'], raycast: [] },
  'source control': { vscode: ['scm.*'], raycast: [] },
  testing: { vscode: ['tests.*'], raycast: [] },
  authentication: { vscode: ['authentication.*'], raycast: [] },
  'menu bar extras': { vscode: [], raycast: ['MenuBarExtra'] },
  'pages of the browser': { vscode: [], raycast: ['BrowserExtension'] },
  'windows of other apps': { vscode: [], raycast: ['WindowManagement'] },
  'quicklinks and snippets': {
    vscode: [],
    raycast: ['Action.CreateQuicklink', 'Action.CreateSnippet'],
  },
  'previews of files': { vscode: [], raycast: ['Action.ToggleQuickLook'] },
  'servers of models': { vscode: [], raycast: ['Action.InstallMCPServer'] },
  'names of default programs': { vscode: [], raycast: ['getDefaultApplication'] },
  OAuth: { vscode: [], raycast: ['OAuth', 'OAuthService', 'withAccessToken', 'getAccessToken'] },
};
