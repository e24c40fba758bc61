import { type ApiTable, judgeApi } from './judgement.ts';
import type { Gift } from './vscode-apis.ts';

/** Orchestra's own API. */
export const orchestraApi: ApiTable = {
  module: '@orchestra/api',
  judgements: [
    judgeApi(
      'filesystem.read',
      'Reads, finds and watches files.',
      'fs.readFile fs.readDir fs.exists fs.watch workspace.search',
    ),
    judgeApi(
      'filesystem.write',
      'Creates, changes, moves and deletes files.',
      'fs.writeFile fs.copy fs.move fs.delete',
    ),
    judgeApi('network', 'Sends requests.', 'network.fetch'),
    judgeApi('ai.chat', 'Asks models.', 'ai.chat ai.chatStream'),
    judgeApi('ai.embed', 'Compares texts with a model.', 'ai.embed'),
    judgeApi('clipboard', 'Reads and changes the clipboard.', 'clipboard'),
    judgeApi('notifications', 'Shows messages.', 'ui.showNotification'),
    judgeApi('terminal', 'Opens terminals, and types into them.', 'terminal'),
    judgeApi('git', 'Reads and changes the repository.', 'workspace.git'),
    judgeApi('secrets', 'Stores and reads secrets.', 'context.secrets'),
    judgeApi('system.exec', 'Runs programs.', 'system.exec'),
    judgeApi(
      'filesystem.read',
      'Opens any file of the workspace, whose text can be read.',
      'editor.open',
    ),
    judgeApi(
      'filesystem.write',
      'Changes the text of an open file, or saves it.',
      'TextEditor.edit TextDocument.save',
    ),
    judgeApi(
      'harmless',
      'Commands, what a person has open in the editor, settings, and storage of its own.',
      'commands editor TextEditor TextDocument settings storage',
    ),
    judgeApi(
      'harmless',
      'The user interface.',
      'ui.showQuickPick ui.showInputBox ui.withProgress ui.createStatusBarItem ui.createWebviewPanel',
    ),
    judgeApi(
      'harmless',
      'Facts of the workspace and of the extension.',
      'workspace.rootPath workspace.name context version',
    ),
  ],
};

/** The parts of the API that its members give. */
export const orchestraGifts: readonly Gift[] = [
  { gives: 'itself', part: 'TextEditor', members: ['editor.active'] },
  { gives: 'result', part: 'TextEditor', members: ['editor.open'] },
  {
    gives: 'argument',
    part: 'TextEditor',
    members: ['editor.onDidChangeActive', 'editor.onDidChangeSelection'],
  },
  { gives: 'itself', part: 'TextDocument', members: ['TextEditor.document'] },
  { gives: 'argument', part: 'TextDocument', members: ['editor.onDidChangeDocument'] },
];
