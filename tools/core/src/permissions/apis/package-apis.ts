import { type ApiTable, judgeApi } from './judgement.ts';

const client = [
  judgeApi(
    'system.exec',
    'Starts a language server as a program of its own. A module of the package, which the path has to name, runs confined and needs nothing.',
    'LanguageClient',
  ),
  judgeApi('harmless', 'Messages, and values of the protocol.', '*'),
];

const server = [
  judgeApi(
    ['filesystem.read', 'system.exec'],
    'Looks for modules by running npm, yarn and Node.',
    'Files Files.resolve Files.resolveGlobalNodePath Files.resolveGlobalYarnPath Files.resolveModulePath',
  ),
  judgeApi('harmless', 'Messages, and values of the protocol.', '*'),
];

const protocol = [
  judgeApi(
    'network',
    'Connects by a socket or a pipe that has a name.',
    'createClientPipeTransport createServerPipeTransport createClientSocketTransport createServerSocketTransport SocketMessageReader SocketMessageWriter',
  ),
  judgeApi('harmless', 'Messages, and values of the protocol.', '*'),
];

/** Packages that reach the world for an extension, where they aren't part of its bundle, or are known to the letter. */
export const packageApis: readonly ApiTable[] = [
  { module: 'vscode-languageclient', judgements: client },
  { module: 'vscode-languageclient/node', judgements: client },
  { module: 'vscode-languageserver', judgements: server },
  { module: 'vscode-languageserver/node', judgements: server },
  ...['vscode-languageserver-protocol', 'vscode-jsonrpc'].flatMap((name) => [
    { module: name, judgements: protocol },
    { module: `${name}/node`, judgements: protocol },
  ]),
];
