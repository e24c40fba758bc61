import type { Permission } from './schema/names.ts';

/** What needs a permission, by where it comes from. A name that ends with `.*` stands for everything below it. */
export interface PermissionCalls {
  /** `@orchestra/api`, and what is global. */
  orchestra: readonly string[];
  /** `@raycast/api` and `@raycast/utils`. */
  raycast: readonly string[];
  vscode: readonly string[];
  /** Modules that are built into Node. */
  node: readonly string[];
}

/** What an extension uses a permission for, in each API that Orchestra runs. */
export const permissionCalls: Readonly<Record<Permission, PermissionCalls>> = {
  'filesystem.read': {
    orchestra: ['fs.readFile', 'fs.readDir', 'fs.exists', 'fs.watch', 'workspace.search'],
    raycast: [],
    vscode: ['workspace.fs.readFile', 'workspace.fs.readDirectory', 'workspace.findFiles'],
    node: ['fs', 'fs/promises'],
  },
  'filesystem.write': {
    orchestra: ['fs.writeFile', 'fs.copy', 'fs.move', 'fs.delete'],
    raycast: ['trash'],
    vscode: ['workspace.fs.writeFile', 'workspace.fs.copy', 'workspace.fs.delete'],
    node: ['fs', 'fs/promises'],
  },
  network: {
    orchestra: ['network.fetch', 'fetch', 'WebSocket'],
    raycast: ['useFetch', 'fetch'],
    vscode: ['fetch'],
    node: ['http', 'https', 'net'],
  },
  'ai.chat': {
    orchestra: ['ai.chat', 'ai.chatStream'],
    raycast: ['AI.ask', 'useAI'],
    vscode: ['lm.*'],
    node: [],
  },
  'ai.embed': { orchestra: ['ai.embed'], raycast: [], vscode: [], node: [] },
  clipboard: {
    orchestra: ['clipboard.*'],
    raycast: ['Clipboard.*'],
    vscode: ['env.clipboard'],
    node: [],
  },
  notifications: {
    orchestra: ['ui.showNotification'],
    raycast: ['showToast', 'showHUD'],
    vscode: [
      'window.showInformationMessage',
      'window.showWarningMessage',
      'window.showErrorMessage',
    ],
    node: [],
  },
  terminal: {
    orchestra: ['terminal.*'],
    raycast: [],
    vscode: ['window.createTerminal'],
    node: [],
  },
  git: { orchestra: ['workspace.git.*'], raycast: [], vscode: [], node: [] },
  secrets: { orchestra: ['context.secrets'], raycast: [], vscode: ['context.secrets'], node: [] },
  'system.exec': { orchestra: ['system.exec'], raycast: [], vscode: [], node: ['child_process'] },
};
