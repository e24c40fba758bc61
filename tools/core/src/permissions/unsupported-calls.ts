/** What Orchestra doesn't have of an API that it is compatible with, in the notation of the permissions. */
export interface UnsupportedCalls {
  vscode: readonly string[];
  /** `@raycast/api` and `@raycast/utils`. */
  raycast: readonly string[];
}

/** By feature, in plain words. */
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
  'source control': { vscode: ['scm.*'], raycast: [] },
  testing: { vscode: ['tests.*'], raycast: [] },
  authentication: { vscode: ['authentication.*'], raycast: [] },
  'menu bar extras': { vscode: [], raycast: ['MenuBarExtra'] },
  OAuth: { vscode: [], raycast: ['OAuth', 'OAuthService', 'withAccessToken', 'getAccessToken'] },
};
