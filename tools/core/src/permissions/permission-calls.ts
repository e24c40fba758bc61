import type { Permission } from '../schema/names.ts';

/** The calls that need a permission, by module. A name that ends with `.*` includes everything below it. */
export interface PermissionCalls {
  /** Names of `@orchestra/api`, and of the context that `activate` gets. */
  orchestra: readonly string[];
  /** Names of `@raycast/api` and `@raycast/utils`. */
  raycast: readonly string[];
  /** Names of `vscode`, and of the context that `activate` gets. */
  vscode: readonly string[];
  /** Modules built into Node: the module, then its export. */
  node: readonly string[];
  /** Globals, which need no import in any kind of extension. */
  global: readonly string[];
}

/** Functions of `fs` and `fs/promises` that read; each also with `Sync` appended. */
const readsPaths = [
  'access',
  'glob',
  'lstat',
  'open',
  'opendir',
  'readdir',
  'readFile',
  'readlink',
  'realpath',
  'stat',
  'statfs',
];

/** Functions that only `fs` has. */
const readsFiles = [
  'createReadStream',
  'exists',
  'existsSync',
  'fstat',
  'fstatSync',
  'openAsBlob',
  'read',
  'readSync',
  'readv',
  'readvSync',
  'ReadStream',
  'watch',
  'watchFile',
];

const writesPaths = [
  'appendFile',
  'chmod',
  'chown',
  'copyFile',
  'cp',
  'lchmod',
  'lchown',
  'link',
  'lutimes',
  'mkdir',
  'mkdtemp',
  'open',
  'rename',
  'rm',
  'rmdir',
  'symlink',
  'truncate',
  'unlink',
  'utimes',
  'writeFile',
];

const writesFiles = [
  'createWriteStream',
  'fchmod',
  'fchmodSync',
  'fchown',
  'fchownSync',
  'ftruncate',
  'ftruncateSync',
  'futimes',
  'futimesSync',
  'write',
  'writeSync',
  'writev',
  'writevSync',
  'WriteStream',
];

/** The calls that need each permission, in each API that Orchestra runs. */
export const permissionCalls: Readonly<Record<Permission, PermissionCalls>> = {
  'filesystem.read': {
    orchestra: ['fs.readFile', 'fs.readDir', 'fs.exists', 'fs.watch', 'workspace.search'],
    raycast: ['getSelectedFinderItems', 'useSQL', 'executeSQL'],
    vscode: [
      'workspace.fs.readFile',
      'workspace.fs.readDirectory',
      'workspace.fs.stat',
      'workspace.findFiles',
      'workspace.findTextInFiles',
      'workspace.createFileSystemWatcher',
    ],
    node: [...ofFiles(readsPaths, readsFiles), 'fs/promises.watch', 'sqlite.*', 'wasi.*'],
    global: [],
  },
  'filesystem.write': {
    orchestra: ['fs.writeFile', 'fs.copy', 'fs.move', 'fs.delete'],
    raycast: ['trash'],
    vscode: [
      'workspace.fs.writeFile',
      'workspace.fs.copy',
      'workspace.fs.rename',
      'workspace.fs.delete',
      'workspace.fs.createDirectory',
      'WorkspaceEdit.createFile',
      'WorkspaceEdit.deleteFile',
      'WorkspaceEdit.renameFile',
    ],
    node: [...ofFiles(writesPaths, writesFiles), 'sqlite.*', 'wasi.*'],
    global: [],
  },
  network: {
    orchestra: ['network.fetch'],
    raycast: ['useFetch', 'useStreamJSON'],
    vscode: [],
    node: [
      'http.*',
      'https.*',
      'http2.*',
      'net.*',
      'tls.*',
      'dgram.*',
      'dns.*',
      'dns/promises.*',
      'inspector.*',
    ],
    global: [
      'fetch',
      'WebSocket',
      'XMLHttpRequest',
      'EventSource',
      'WebTransport',
      'RTCPeerConnection',
      'importScripts',
      'navigator.sendBeacon',
    ],
  },
  'ai.chat': {
    orchestra: ['ai.chat', 'ai.chatStream'],
    raycast: ['AI.ask', 'useAI'],
    vscode: ['lm.*'],
    node: [],
    global: [],
  },
  'ai.embed': { orchestra: ['ai.embed'], raycast: [], vscode: [], node: [], global: [] },
  clipboard: {
    orchestra: ['clipboard.*'],
    raycast: ['Clipboard.*', 'Action.CopyToClipboard', 'Action.Paste'],
    vscode: ['env.clipboard'],
    node: [],
    global: ['navigator.clipboard'],
  },
  notifications: {
    orchestra: ['ui.showNotification'],
    raycast: ['showToast', 'showHUD', 'showFailureToast', 'Toast'],
    vscode: [
      'window.showInformationMessage',
      'window.showWarningMessage',
      'window.showErrorMessage',
    ],
    node: [],
    global: ['Notification'],
  },
  terminal: {
    orchestra: ['terminal.*'],
    raycast: [],
    vscode: [
      'window.createTerminal',
      'window.terminals',
      'window.activeTerminal',
      'window.onDidOpenTerminal',
      'window.onDidChangeActiveTerminal',
    ],
    node: [],
    global: [],
  },
  git: {
    orchestra: ['workspace.git.*'],
    raycast: [],
    vscode: ['extensions.getExtension("vscode.git")'],
    node: [],
    global: [],
  },
  secrets: {
    orchestra: ['context.secrets'],
    raycast: [],
    vscode: ['context.secrets'],
    node: [],
    global: [],
  },
  'system.exec': {
    orchestra: ['system.exec'],
    raycast: ['useExec', 'runAppleScript', 'runPowerShellScript'],
    vscode: ['tasks.executeTask', 'ShellExecution', 'ProcessExecution'],
    node: ['child_process.*', 'cluster.*'],
    global: [],
  },
};

function ofFiles(paths: readonly string[], others: readonly string[]): string[] {
  const everywhere = paths.flatMap((name) => [
    `fs.${name}`,
    `fs.${name}Sync`,
    `fs/promises.${name}`,
  ]);
  return [...everywhere, ...others.map((name) => `fs.${name}`)];
}
