/** A language server as authors write them, for one row. */
import {
  createConnection,
  DiagnosticSeverity,
  ProposedFeatures,
  TextDocuments,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);
connection.onInitialize(() => ({
  capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental },
}));
documents.onDidChangeContent(({ document }) => {
  const found = [...document.getText().matchAll(/ebb/g)];
  const diagnostics = found.map(({ index }) => ({
    severity: DiagnosticSeverity.Warning,
    message: 'It falls',
    range: { start: document.positionAt(index), end: document.positionAt(index + 3) },
  }));
  void connection.sendDiagnostics({ uri: document.uri, diagnostics });
});
documents.listen(connection);
connection.listen();
