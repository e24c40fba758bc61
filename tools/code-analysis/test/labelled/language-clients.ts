import { type LabelledSnippet, snippet } from './labelled-snippet.ts';

const main = `const { LanguageClient, TransportKind } = require('vscode-languageclient/node');
const path = require('path');
`;

function client(name: string, code: string, needs: LabelledSnippet['needs'], server = '') {
  return snippet(name, { 'main.js': main + code, 'out/server.js': server }, needs);
}

const activate = (code: string) => `exports.activate = async (context) => {
  const module = context.asAbsolutePath(path.join('out', 'server.js'));
  ${code}
};`;

const run =
  '{ run: { module, transport: TransportKind.ipc }, debug: { module, transport: TransportKind.ipc, options: { execArgv: ["--nolazy"] } } }';

/** Language clients, which aren't part of the bundle, and what they start. */
export const languageClients: LabelledSnippet[] = [
  client(
    'a server that is a module of the package',
    activate(`await new LanguageClient('tide', 'Tide', ${run}, { documentSelector: [] }).start();`),
    [],
  ),
  client(
    'such a server by variables, without a name',
    activate(`const options = { module, transport: TransportKind.stdio, args: ['--stdio'] };
  const server = { run: options, debug: options };
  const clientOptions = { documentSelector: [{ language: 'tide' }] };
  await new LanguageClient('Tide', server, clientOptions).start();`),
    [],
  ),
  client(
    'what such a server does itself',
    activate(`new LanguageClient('tide', 'Tide', { module, transport: 1 }, {}).start();`),
    ['filesystem.read', 'network'],
    `require('fs').readFileSync('a'); require('net').connect(80, 'a');
     require('vscode-languageserver/node').createConnection().listen();`,
  ),
  client(
    'a server that looks for modules of the machine',
    activate(`new LanguageClient('tide', 'Tide', { module, transport: 1 }, {}).start();`),
    ['filesystem.read', 'system.exec'],
    `require('vscode-languageserver/node').Files.resolve('eslint', undefined, '', () => {});`,
  ),
  ...Object.entries({
    'a program of the machine': "{ command: 'tide-server', args: ['--stdio'] }",
    'a program while it is debugged': "{ run: { module }, debug: { command: 'tide-server' } }",
    'a module that another program runs': "{ module, runtime: '/usr/bin/node' }",
    'a module that isn’t there': "{ module: context.asAbsolutePath('other.js') }",
    'a module of any folder': '{ module: process.env.SERVER }',
    'what options say': '{ module, ...options }',
    'what a call gives': 'find(module)',
    'nothing that is known': '{}',
  }).map(([name, server]) =>
    client(name, activate(`new LanguageClient('tide', 'Tide', ${server}, {}).start();`), [
      'system.exec',
    ]),
  ),
  client(
    'a description that is changed',
    activate(`const server = { module }; server.command = 'tide-server';
  new LanguageClient('tide', 'Tide', server, {}).start();`),
    ['system.exec'],
  ),
  client('nothing', "new LanguageClient('a', {}, {}).start();", ['system.exec']),
  client(
    'a client of its own class',
    activate(
      `class Own extends LanguageClient {}; new Own('tide', 'Tide', { module }, {}).start();`,
    ),
    ['system.exec'],
  ),
  snippet(
    'a connection by a socket',
    "require('vscode-jsonrpc/node').createServerSocketTransport(80);",
    ['network'],
  ),
];
