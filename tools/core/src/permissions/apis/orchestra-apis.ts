import { type ApiTable, judge } from './judgement.ts';

/** Orchestra's own API. */
export const orchestraApi: ApiTable = {
  module: '@orchestra/api',
  judgements: [
    judge(
      'filesystem.read',
      'Reads, finds and watches files.',
      'fs.readFile fs.readDir fs.exists fs.watch workspace.search',
    ),
    judge(
      'filesystem.write',
      'Creates, changes, moves and deletes files.',
      'fs.writeFile fs.copy fs.move fs.delete',
    ),
    judge('network', 'Sends requests.', 'network.fetch'),
    judge('ai.chat', 'Asks models.', 'ai.chat ai.chatStream'),
    judge('ai.embed', 'Compares texts with a model.', 'ai.embed'),
    judge('clipboard', 'Reads and changes the clipboard.', 'clipboard'),
    judge('notifications', 'Shows messages.', 'ui.showNotification'),
    judge('terminal', 'Opens terminals, and types into them.', 'terminal'),
    judge('git', 'Reads and changes the repository.', 'workspace.git'),
    judge('secrets', 'Stores and reads secrets.', 'context.secrets'),
    judge('system.exec', 'Runs programs.', 'system.exec'),
    judge(
      'harmless',
      'Commands, the editor, settings, and storage of its own.',
      'commands editor settings storage',
    ),
    judge(
      'harmless',
      'The user interface.',
      'ui.showQuickPick ui.showInputBox ui.withProgress ui.createStatusBarItem ui.createWebviewPanel',
    ),
    judge(
      'harmless',
      'Facts of the workspace and of the extension.',
      'workspace.rootPath workspace.name context version',
    ),
  ],
};
