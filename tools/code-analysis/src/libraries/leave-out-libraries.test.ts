import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { analyzeCode } from '../analyze-code.ts';
import { leaveOutLibraries } from './leave-out-libraries.ts';

const client = `
import { join } from 'node:path';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
export async function activate(context) {
  const module = context.asAbsolutePath(join('dist', 'server.js'));
  const run = { module, transport: TransportKind.ipc };
  await new LanguageClient('tide', 'Tide', { run, debug: run }, { documentSelector: ['tide'] }).start();
}`;
const server = `
import { createConnection, TextDocuments } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
const connection = createConnection();
new TextDocuments(TextDocument).listen(connection);
connection.listen();`;

/** Bundles a file of an extension as `ext build` does. */
async function bundle(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: new URL('../../../sandbox', import.meta.url).pathname },
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    external: ['vscode'],
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

function analyze(files: Record<string, string>) {
  const manifest = JSON.stringify({ name: 'tide', compat: 'vscode', main: 'dist/extension.js' });
  const contents = Object.entries({ ...files, 'package.json': manifest }).map(
    ([path, text]) => [path, Buffer.from(text)] as const,
  );
  const { permissions, unresolved, missing } = analyzeCode({
    files: new Map(contents),
    entries: ['dist/extension.js'],
  });
  expect(missing).toEqual([]);
  return { permissions: permissions.map(({ permission }) => permission), unresolved };
}

test('a client and a server that are bundled need what they are used for, and nothing else', async () => {
  const files = {
    'dist/extension.js': await bundle(client),
    'dist/server.js': await bundle(server),
  };
  expect(analyze(files)).toEqual({ permissions: [], unresolved: [] });
});

test('all places stay as they are', async () => {
  const text = await bundle(client);
  const left = leaveOutLibraries(text);
  const ends = (of: string) => of.split('\n').map((line) => line.length);
  expect(ends(left)).toEqual(ends(text));
  expect(left.replaceAll(/\s/g, '').length).toBeLessThan(text.replaceAll(/\s/g, '').length / 2);
});

test.each([
  ['a module', 'serverProcess.on(', 'steal(serverProcess); serverProcess.on('],
  [
    'a module that others load',
    'exports2.ReadableStreamMessageReader = ReadableStreamMessageReader;',
    'run(); $&',
  ],
  ['a text in a module', '"--node-ipc"', '"--other"'],
])('%s that was changed is read as any code is', async (_, written, other) => {
  const text = await bundle(client);
  const changed = text.replace(written, other);
  expect(changed).not.toBe(text);
  const files = { 'dist/extension.js': changed, 'dist/server.js': await bundle(server) };
  expect(analyze(files).permissions).toContain('system.exec');
});

test('a module by the name of one that is known, and with other code, is read', async () => {
  const text = `var __getOwnPropNames = Object.getOwnPropertyNames;
var __commonJS = (cb, mod) => function __require() {
  return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
};
var require_main = __commonJS({
  "node_modules/vscode-jsonrpc/lib/node/main.js"(exports) {
    require("child_process").exec("id");
  }
});
require_main();`;
  expect(leaveOutLibraries(text)).toBe(text);
  expect(analyze({ 'dist/extension.js': text }).permissions).toEqual(['system.exec']);
});
