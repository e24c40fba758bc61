import * as vscode from 'vscode';
/** Uses the API as extensions do; it is type-checked and never run. */
export function activate(context: vscode.ExtensionContext): void {
  const out = vscode.window.createOutputChannel('x');
  context.subscriptions.push(
    out,
    vscode.commands.registerCommand('a', async (uri?: vscode.Uri) => {
      const pick = await vscode.window.showInformationMessage('hi', 'Yes', 'No');
      if (pick === 'Yes' && uri) out.appendLine(uri.fsPath);
      const p = await vscode.window.showQuickPick(['a', 'b'], { placeHolder: 'x' });
      const m = await vscode.window.showQuickPick([{ label: 'a', n: 1 }], { canPickMany: true });
      void [p?.length, m?.[0]?.n];
      await vscode.window.showErrorMessage('x', { modal: true }, { title: 'OK' });
      await vscode.window.withProgress(
        { location: vscode.ProgressLocation.Notification },
        async (progress, token) => {
          progress.report({ increment: 1 });
          return token.isCancellationRequested;
        },
      );
    }),
  );
  class P implements vscode.TreeDataProvider<string> {
    private e = new vscode.EventEmitter<string | undefined | void>();
    readonly onDidChangeTreeData = this.e.event;
    getTreeItem(x: string) {
      const t = new vscode.TreeItem(x);
      t.iconPath = new vscode.ThemeIcon('star');
      return t;
    }
    getChildren(): vscode.ProviderResult<string[]> {
      return ['a'];
    }
    r() {
      this.e.fire();
    }
  }
  vscode.window.registerTreeDataProvider('v', new P());
  vscode.languages.registerCompletionItemProvider(
    { language: 'x' },
    {
      provideCompletionItems(d, pos) {
        return [new vscode.CompletionItem(d.lineAt(pos).text, vscode.CompletionItemKind.Text)];
      },
    },
    '.',
  );
  vscode.languages.registerHoverProvider('x', {
    provideHover: (d, p) =>
      new vscode.Hover(new vscode.MarkdownString(d.getText(d.getWordRangeAtPosition(p)))),
  });
  const dc = vscode.languages.createDiagnosticCollection('x');
  vscode.workspace.onDidChangeTextDocument(
    (e) =>
      dc.set(e.document.uri, [
        new vscode.Diagnostic(new vscode.Range(0, 0, 0, 1), 'm', vscode.DiagnosticSeverity.Warning),
      ]),
    null,
    context.subscriptions as vscode.Disposable[],
  );
  const bar = vscode.window.createStatusBarItem(vscode.StatusBarAlignment.Left, 1);
  bar.text = vscode.workspace.getConfiguration('x').get('y', 'z');
  bar.show();
  // @ts-expect-error -- Orchestra has no notebooks
  void vscode.notebooks;
}
