import {
  createConnection,
  ProposedFeatures,
  TextDocuments,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { complete, hover, listSymbols } from './language/answer';
import { check } from './language/check';
import { parse } from './language/parse';

/** The server: a process of its own, which knows the documents that it is told of, and no editor. */
const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);
const read = ({ uri }: { uri: string }) => parse(documents.get(uri)?.getText() ?? '');

connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    completionProvider: {},
    documentSymbolProvider: true,
    hoverProvider: true,
  },
}));
documents.onDidChangeContent(({ document: { uri, version } }) => {
  void connection.sendDiagnostics({ uri, version, diagnostics: check(read({ uri })) });
});
documents.onDidClose(({ document: { uri } }) => {
  void connection.sendDiagnostics({ uri, diagnostics: [] });
});
connection.onCompletion(({ textDocument, position }) => complete(read(textDocument), position));
connection.onHover(({ textDocument, position }) => hover(read(textDocument), position));
connection.onDocumentSymbol(({ textDocument }) => listSymbols(read(textDocument)));
documents.listen(connection);
connection.listen();
