import * as vscode from 'vscode';
import { createServer } from './server/create-server';
import { toCompletionItem, toDiagnostic, toHover, toSymbol } from './to-vscode';

const language = '__name__';

/** Connects the editor with the server, which runs in the same process. */
export function activate(context: vscode.ExtensionContext): void {
  const server = createServer();
  const diagnostics = vscode.languages.createDiagnosticCollection(language);
  const tell = (document: vscode.TextDocument) => {
    if (document.languageId !== language) return;
    const found = server.didChange(document.uri.toString(), document.getText());
    diagnostics.set(document.uri, found.map(toDiagnostic));
  };
  const forget = (document: vscode.TextDocument) => {
    server.didClose(document.uri.toString());
    diagnostics.delete(document.uri);
  };
  vscode.workspace.textDocuments.forEach(tell);
  context.subscriptions.push(
    diagnostics,
    vscode.workspace.onDidOpenTextDocument(tell),
    vscode.workspace.onDidChangeTextDocument(({ document }) => tell(document)),
    vscode.workspace.onDidCloseTextDocument(forget),
    vscode.languages.registerCompletionItemProvider(language, {
      provideCompletionItems: (document, position) =>
        server.completion(document.uri.toString(), position).map(toCompletionItem),
    }),
    vscode.languages.registerHoverProvider(language, {
      provideHover(document, position) {
        const hover = server.hover(document.uri.toString(), position);
        return hover === null ? null : toHover(hover);
      },
    }),
    vscode.languages.registerDocumentSymbolProvider(language, {
      provideDocumentSymbols: (document) =>
        server.documentSymbol(document.uri.toString()).map(toSymbol),
    }),
  );
}
