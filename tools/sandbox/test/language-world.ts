import * as esbuild from 'esbuild';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { findWall } from '../src/confine/find-wall.ts';
import type { ShownDiagnostics } from '../src/services/vscode-service.ts';
import type { RunOptions } from './run-extension.ts';
import { openServices } from './open-services.ts';
import { noteVscode, runVscode } from './run-vscode.ts';

const resolveDir = fileURLToPath(new URL('../', import.meta.url));

/** Bundles code for Node, as a build of an extension does. */
async function bundle(contents: string): Promise<string> {
  const { outputFiles } = await esbuild.build({
    stdin: { contents, resolveDir, loader: 'ts' },
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    external: ['vscode'],
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

/** A client of a server in `dist/server.js`, for files of the language `tide`. */
const client = `
import { join } from 'node:path';
import * as vscode from 'vscode';
import { LanguageClient, State, TransportKind } from 'vscode-languageclient/node';
let client;
export async function activate(context) {
  const module = context.asAbsolutePath(join('dist', 'server.js'));
  const run = { module, transport: TransportKind.TRANSPORT };
  client = new LanguageClient('tide', 'Tide', { run, debug: run }, { documentSelector: [{ scheme: 'file', language: 'tide' }] });
  const command = (id, run) => context.subscriptions.push(vscode.commands.registerCommand(id, run));
  command('state', () => State[client.state]);
  command('ask', (method, params) => client.sendRequest(method, params));
  command('cancel', async () => {
    const source = new vscode.CancellationTokenSource();
    const asked = client.sendRequest('tide/forever', {}, source.token).then((said) => said, (error) => String(error));
    await client.sendRequest('tide/isAsked');
    source.cancel();
    return asked;
  });
  STARTING
}
export const deactivate = () => client?.stop();
`;

/** A language server as authors write them; `tide/…` are for tests. */
export const plainServer = `
import { createConnection, DiagnosticSeverity, ProposedFeatures, TextDocuments, TextDocumentSyncKind } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);
const seen = { isAsked: Promise.withResolvers(), isCancelled: Promise.withResolvers() };
connection.onInitialize(() => ({ capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental, hoverProvider: true, completionProvider: {} } }));
documents.onDidChangeContent(({ document }) => {
  const diagnostics = [...document.getText().matchAll(/ebb/g)].slice(0, 10).map((match) => ({
    severity: DiagnosticSeverity.Warning, message: 'It falls', source: 'tide',
    range: { start: document.positionAt(match.index), end: document.positionAt(match.index + 3) },
  }));
  connection.sendDiagnostics({ uri: document.uri, diagnostics });
});
connection.onHover(({ textDocument, position }) => {
  const line = documents.get(textDocument.uri)?.getText().split('\\n')[position.line];
  return { contents: { kind: 'markdown', value: '**' + line + '** from ' + process.pid } };
});
connection.onCompletion(() => [{ label: 'ebb', kind: 14, detail: 'falls' }, { label: 'flood' }]);
connection.onRequest('tide/text', ({ uri }) => { const text = documents.get(uri)?.getText() ?? ''; return { length: text.length, version: documents.get(uri)?.version, sum: require('node:crypto').createHash('sha256').update(text).digest('hex') }; });
connection.onRequest('tide/end', () => process.exit(1));
connection.onRequest('tide/isAsked', () => seen.isAsked.promise);
connection.onRequest('tide/forever', (params, token) => { seen.isAsked.resolve(true); return new Promise((done) => token.onCancellationRequested(() => { seen.isCancelled.resolve(true); done('cancelled'); })); });
connection.onRequest('tide/isCancelled', () => seen.isCancelled.promise);
documents.listen(connection);
connection.listen();
`;

/** Bundles of the same code are made once. */
const made = new Map<string, Promise<string>>();
function bundled(contents: string): Promise<string> {
  const known = made.get(contents) ?? bundle(contents);
  made.set(contents, known);
  return known;
}

/**
 * An extension for VS Code with the client of a language server, whose workspace has `work/a.tide`. It is closed when
 * the test ends.
 */
export async function openLanguageWorld({
  server = plainServer,
  transport = 'ipc',
  text = 'high\nebb\n',
  permissions = [],
  isAwaited = true,
  limits,
}: {
  server?: string;
  transport?: 'ipc' | 'stdio';
  text?: string;
  permissions?: readonly string[];
  /** Whether `activate` waits for the server. */
  isAwaited?: boolean;
  limits?: RunOptions['limits'];
} = {}) {
  const wall = await findWall();
  const starting = isAwaited ? 'await client.start();' : 'client.start().catch(() => undefined);';
  const [main, serverCode] = await Promise.all([
    bundled(client.replace('TRANSPORT', transport).replace('STARTING', starting)),
    bundled(server),
  ]);
  const told: { to?: Awaited<ReturnType<typeof runVscode>>['events'] } = {};
  const opened = await openServices({
    files: { 'work/a.tide': text, 'extension/dist/server.js': serverCode },
    contributes: { languages: [{ id: 'tide', extensions: ['.tide'] }] },
    servers: { findWall: () => Promise.resolve(wall), node: process.execPath, permissions },
    onEditorChanged: () => told.to?.onEditorChanged(),
    onDocumentChanged: (path) => told.to?.onDocumentChanged(path),
  });
  onTestFinished(() => opened[Symbol.asyncDispose]());
  const { services } = opened;
  const { extension, storage, globalStorage } = services.paths;
  const vscode = noteVscode();
  const running = await runVscode(
    { 'src/main.ts': main },
    {
      vscode,
      permissions,
      limits,
      services: { ...services, vscode: vscode.service },
      paths: {
        extensionPath: extension,
        storagePath: storage,
        globalStoragePath: globalStorage,
      },
    },
  );
  told.to = running.events;
  const path = opened.top.join('work/a.tide');
  return {
    ...running,
    services,
    top: opened.top,
    path,
    uri: `file://${path}`,
    main,
    editor: services.editor,
    /** Builds another server, which the next build of the extension starts. */
    replaceServer: async (code: string) =>
      writeFile(opened.top.join('extension/dist/server.js'), await bundled(code)),
    run: (id: string, ...args: unknown[]) => running.sandbox.runCommand(id, args),
    /** All messages of diagnostics that are shown, with their lines. */
    problems: () => [...vscode.diagnostics.values()].flatMap(problemsOf),
  };
}

function problemsOf({ files }: ShownDiagnostics): string[] {
  return files.flatMap(({ diagnostics }) =>
    diagnostics.map(({ message, range }) => `${range.start.line}: ${message}`),
  );
}
