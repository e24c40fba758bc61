import { type ApiTable, judgeApi } from './judgement.ts';

const why =
  'Starts a language server as a program of its own, also where the server is a module of the package: nothing confines it.';

const client = [
  judgeApi('system.exec', why, 'LanguageClient SettingMonitor'),
  judgeApi('harmless', 'Messages, and values of the protocol.', '*'),
];

/** Packages that reach the world for an extension, where they aren't part of its bundle. */
export const packageApis: readonly ApiTable[] = [
  { module: 'vscode-languageclient', judgements: client },
  { module: 'vscode-languageclient/node', judgements: client },
];
