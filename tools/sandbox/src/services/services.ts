import type { VscodeService } from './vscode-service.ts';

/**
 * What a host does for an extension, once the gate has let a call through. `dev`, `test` and the app each have
 * their own: those of this package work on a folder (`folder-services.ts`).
 *
 * What a service throws reaches the extension as an error: its message must name nothing that the extension may
 * not know. Services that are asked to stop are told by their signal.
 */
export interface HostServices {
  fs: FileService;
  workspace: WorkspaceService;
  network: NetworkService;
  ai: AiService;
  clipboard: ClipboardService;
  ui: UiService;
  views: ViewService;
  vscode: VscodeService;
  terminal: TerminalService;
  commands: CommandService;
  editor: EditorService;
  settings: SettingsService;
  storage: StorageService;
  secrets: SecretService;
  system: SystemService;
  servers: ServerService;
}

/** Ends what it came with. */
export interface Ending {
  dispose(): void;
}

/** Paths are absolute, or relative to the workspace. */
export interface FileService {
  readFile(path: string): Promise<Uint8Array>;
  readDir(
    path: string,
  ): Promise<{ name: string; path: string; type: 'file' | 'directory' | 'link' }[]>;
  exists(path: string): Promise<boolean>;
  writeFile(path: string, content: Uint8Array): Promise<void>;
  copy(from: string, to: string, options: { overwrite: boolean }): Promise<void>;
  move(from: string, to: string, options: { overwrite: boolean }): Promise<void>;
  delete(path: string, options: { recursive: boolean }): Promise<void>;
  watch(pattern: string, listener: (change: WatchedChange) => void): Promise<Ending>;
  /** Of what a link leads to where `follow` is set. */
  stat(path: string, options: { follow: boolean }): Promise<FileFacts>;
  /** The absolute path without links. */
  realPath(path: string): Promise<string>;
  /** What a link holds. */
  readLink(path: string): Promise<string>;
  /**
   * Makes a folder, with those that it is in where `recursive` is set.
   *
   * @returns the first that was made; undefined where it was there
   */
  makeFolder(
    path: string,
    options: { recursive: boolean; mode?: number | undefined },
  ): Promise<string | undefined>;
  open(path: string, how: OpenFlags): Promise<OpenFile>;
  /** Deletes what is of this kind, and nothing else. */
  remove(path: string, kind: 'file' | 'folder'): Promise<void>;
  /** As `rename(2)`: a file takes the place of another, a folder only that of an empty one. */
  rename(from: string, to: string): Promise<void>;
  /** @param mode the nine lowest bits count */
  setMode(path: string, mode: number): Promise<void>;
  /** Milliseconds since 1970. */
  setTimes(path: string, times: { accessedMs: number; modifiedMs: number }): Promise<void>;
}

/** What is known of an entry without reading it. Times are in milliseconds since 1970, sizes in bytes. */
export interface FileFacts {
  kind: 'file' | 'directory' | 'link' | 'other';
  size: number;
  mode: number;
  dev: number;
  ino: number;
  nlink: number;
  uid: number;
  gid: number;
  blksize: number;
  blocks: number;
  atimeMs: number;
  mtimeMs: number;
  ctimeMs: number;
  birthtimeMs: number;
}

/** How a file is opened. */
export interface OpenFlags {
  read: boolean;
  write: boolean;
  /** Writes stand at its end. */
  append: boolean;
  /** Makes it where it is missing. */
  create: boolean;
  /** Fails where it is there. */
  exclusive: boolean;
  truncate: boolean;
  /** Of a file that is made; the nine lowest bits count. */
  mode?: number | undefined;
}

/** A file that stays open until it is closed. */
export interface OpenFile {
  /** No bytes at its end. A null position is where the last read or write ended. */
  read(length: number, position: number | null): Promise<Uint8Array>;
  /** @returns how many bytes were written */
  write(bytes: Uint8Array, position: number | null): Promise<number>;
  stat(): Promise<FileFacts>;
  truncate(length: number): Promise<void>;
  sync(): Promise<void>;
  setMode(mode: number): Promise<void>;
  setTimes(times: { accessedMs: number; modifiedMs: number }): Promise<void>;
  close(): Promise<void>;
}

export interface WatchedChange {
  type: 'created' | 'changed' | 'deleted';
  /** Absolute. */
  path: string;
}

export interface WorkspaceService {
  /** Absolute; null where no folder is open. */
  readonly rootPath: string | null;
  readonly name: string | null;
  search(query: string, options: SearchLimits, signal: AbortSignal): Promise<FoundText[]>;
  /** Absolute paths of files that fit a glob, in order, but for what git ignores. */
  findFiles(options: { include: string; exclude?: string; maxResults: number }): Promise<string[]>;
  git: GitService;
}

export interface SearchLimits {
  include?: string;
  exclude?: string;
  regex?: boolean;
  caseSensitive?: boolean;
  maxResults?: number;
}

/** Line and column are from 1. */
export interface FoundText {
  path: string;
  line: number;
  column: number;
  text: string;
}

export interface GitService {
  status(): Promise<{
    branch: string | undefined;
    staged: string[];
    modified: string[];
    untracked: string[];
    ahead: number;
    behind: number;
  }>;
  diff(options: { staged?: boolean; path?: string }): Promise<string>;
  log(options: { maxCount?: number; path?: string }): Promise<Commit[]>;
  /** A record for each line, in order. Throws `not-found` where no commit has the file. */
  blame(path: string, options: BlameOptions): Promise<BlamedLine[]>;
  /** Throws `not-found` where there is no such commit. */
  show(hash: string, options: { path?: string }): Promise<Commit & { diff: string }>;
  branches(): Promise<{ name: string; current: boolean; upstream: string | undefined }[]>;
  currentBranch(): Promise<string | undefined>;
  add(paths: readonly string[]): Promise<void>;
  commit(message: string): Promise<Commit>;
  checkout(branch: string, options: { create: boolean }): Promise<void>;
}

export interface Commit {
  hash: string;
  author: string;
  /** ISO 8601. */
  date: string;
  message: string;
}

/** Lines are from 1; the last one is included. */
export interface BlameOptions {
  startLine?: number;
  endLine?: number;
  /** In place of what is saved. */
  content?: string;
}

export type BlamedLine =
  | { line: number; isCommitted: false }
  | {
      line: number;
      isCommitted: true;
      hash: string;
      author: string;
      /** ISO 8601. */
      date: string;
      summary: string;
      /** In that commit, relative to the workspace. */
      path: string;
    };

export interface NetworkService {
  fetch(request: WireRequest, signal: AbortSignal): Promise<WireResponse>;
  /** `events` tells what happens to the socket, and ends with `close`. */
  openSocket(url: string, protocols: readonly string[], events: SocketEvents): Promise<Socket>;
}

export interface WireRequest {
  url: string;
  method: string;
  headers: [string, string][];
  body?: Uint8Array;
  redirect: 'follow' | 'error' | 'manual';
}

export interface WireResponse {
  /** After redirects. */
  url: string;
  redirected: boolean;
  status: number;
  statusText: string;
  headers: [string, string][];
  body: AsyncIterable<Uint8Array>;
}

export interface SocketEvents {
  onOpen(protocol: string): void;
  onMessage(data: string | Uint8Array): void;
  onError(message: string): void;
  onClose(code: number, reason: string): void;
}

export interface Socket {
  send(data: string | Uint8Array): void;
  close(code?: number, reason?: string): void;
}

export interface AiService {
  chat(
    messages: ChatMessage[],
    options: ChatOptions,
    signal: AbortSignal,
  ): Promise<{ content: string; model: string }>;
  chatStream(
    messages: ChatMessage[],
    options: ChatOptions,
    signal: AbortSignal,
  ): AsyncIterable<string>;
  embed(texts: string[], options: { model?: string }): Promise<number[][]>;
}

export interface ChatMessage {
  role: 'system' | 'user' | 'assistant';
  content: string;
}

export interface ChatOptions {
  model?: string;
  temperature?: number;
  maxTokens?: number;
}

export interface ClipboardService {
  readText(): Promise<string>;
  writeText(text: string): Promise<void>;
}

/** What people see. A prompt that they leave gives undefined; a signal that is aborted closes it. */
export interface UiService {
  showNotification(
    notification: { message: string; type: 'info' | 'warning' | 'error'; actions: string[] },
    signal: AbortSignal,
  ): Promise<string | undefined>;
  /** Gives the indexes of what was chosen. */
  showQuickPick(picks: QuickPicks, signal: AbortSignal): Promise<number[] | undefined>;
  showInputBox(box: InputBox, signal: AbortSignal): Promise<string | undefined>;
  /** Called again whenever it changes; null when it is gone. `act` tells what a person did with it. */
  showStatusBarItem(id: number, item: StatusBarView | null, act: (name: 'click') => void): void;
  showWebview(
    id: number,
    view: WebviewView | null,
    act: (name: 'message' | 'closed', value: unknown) => void,
  ): void;
  /** A message from the extension to its page. */
  postToWebview(id: number, message: unknown): boolean;
  showProgress(id: number, progress: ProgressView | null, act: (name: 'cancel') => void): void;
}

export interface QuickPicks {
  items: { label: string; description?: string; detail?: string; picked: boolean }[];
  title?: string;
  placeholder?: string;
  canPickMany: boolean;
  matchOnDescription: boolean;
}

export interface InputBox {
  title?: string;
  prompt?: string;
  placeholder?: string;
  value?: string;
  password: boolean;
  /** What is wrong with a text; undefined where nothing is, or nothing is checked. */
  validate(text: string): Promise<string | undefined>;
}

export interface StatusBarView {
  text: string;
  tooltip?: string;
  command?: string;
  visible: boolean;
  alignment: 'left' | 'right';
  priority: number;
}

export interface WebviewView {
  /** As the extension named it. */
  id: string;
  title: string;
  html: string;
  enableScripts: boolean;
  /** How often the extension asked to bring it to the front. */
  revealed: number;
}

export interface ProgressView {
  title: string;
  location: 'notification' | 'status-bar';
  cancellable: boolean;
  message?: string;
  /** 0 to 100; absent where nobody knows. */
  percent?: number;
}

/** A part of a view: `list`, `list-item`, `action` …, and `slot` for what a prop of its parent holds. */
export interface ViewNode {
  type: string;
  /** Values; where the extension has a function, `{ $call: number }`. */
  props: Record<string, unknown>;
  children: ViewNode[];
}

/** What a command for Raycast shows. */
export interface ViewPicture {
  /** What is on top: `screen`. */
  view: ViewNode;
  /** How often the extension asked to empty the search bar. */
  searches: number;
}

/** A message at the foot of the window. */
export interface ToastView {
  title: string;
  message?: string;
  style: 'SUCCESS' | 'FAILURE' | 'ANIMATED';
  /** Titles of what may be done about it. */
  actions: [string | null, string | null];
}

/** What extensions for Raycast are told of, by kind. */
export type ViewNotice =
  'hud' | 'copied' | 'pasted' | 'shown-in-folder' | 'subtitle' | 'preferences';

/** What extensions for Raycast show, and what they ask of the app. */
export interface ViewService {
  /**
   * Called again whenever the view changes; null when it is gone. `act` calls a function of the view (`call`, with
   * `{ number, args }`), or leaves what is on top (`back`).
   */
  showView(
    id: number,
    picture: ViewPicture | null,
    act: (name: string, value?: unknown) => void,
  ): void;
  /** Called again whenever it changes; null when it is gone. `choose` does what one of its actions does. */
  showToast(id: number, toast: ToastView | null, choose: (which: 0 | 1) => void): void;
  tell(what: ViewNotice, text: string): void;
  /** Asks yes or no; false where the person leaves. */
  confirm(
    question: { title: string; message?: string; yes: string; no: string },
    signal: AbortSignal,
  ): Promise<boolean>;
  /** Opens a web address, a file or a folder. */
  open(target: string, application: string | undefined): Promise<void>;
  /** Throws where nothing is selected. */
  selectedText(): Promise<string>;
  /** Absolute paths. Throws where nothing is selected. */
  selectedFiles(): Promise<string[]>;
}

export interface TerminalService {
  create(
    id: number,
    options: { name?: string; cwd?: string; env?: Record<string, string> },
    onClose: (exitCode: number | undefined) => void,
  ): Promise<{ name: string }>;
  sendText(id: number, text: string, options: { execute: boolean }): Promise<void>;
  show(id: number): Promise<void>;
  dispose(id: number): Promise<void>;
}

/** Commands of the app; those of the extension itself never come here. */
export interface CommandService {
  execute(id: string, args: unknown[]): Promise<unknown>;
  getAll(): Promise<string[]>;
}

/** Line and column are from 0, but for those of `open`, which are from 1. */
export interface EditorService {
  /** What is being edited; null where nothing is. */
  active(): EditorState | null;
  open(path: string, at: { line?: number; column?: number }): Promise<EditorState>;
  /** False where the document has changed since, or can't be edited. */
  edit(path: string, edits: TextEdit[]): Promise<boolean>;
  save(path: string): Promise<boolean>;
  /** The id of a language by the name of a file. */
  languageOf(path: string): string;
}

export interface EditorState {
  document: { path: string; languageId: string; isDirty: boolean; text: string };
  selection: TextRange;
}

export interface TextRange {
  start: { line: number; column: number };
  end: { line: number; column: number };
}

export interface TextEdit {
  range: TextRange;
  text: string;
}

export interface SettingsService {
  /** All that was set or has a default, by full key: what the API reads without waiting. */
  all(): Record<string, unknown>;
  set(key: string, value: unknown, scope: 'user' | 'workspace'): Promise<void>;
}

export interface StorageService {
  get(key: string): Promise<unknown>;
  /** @param json the value, written as JSON */
  set(key: string, json: string): Promise<void>;
  delete(key: string): Promise<void>;
  keys(): Promise<string[]>;
}

export interface SecretService {
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string): Promise<void>;
  delete(key: string): Promise<void>;
}

export interface SystemService {
  exec(
    command: string,
    args: string[],
    options: { cwd?: string; env?: Record<string, string>; input?: string; timeout?: number },
    signal: AbortSignal,
  ): Promise<{ exitCode: number; stdout: string; stderr: string }>;
  /** Starts a program that is talked to while it runs; the signal ends it. */
  start(
    command: string,
    args: string[],
    options: { cwd?: string; env?: Record<string, string> },
    signal: AbortSignal,
  ): Promise<RunningProgram>;
  readonly platform: 'darwin' | 'linux' | 'win32';
}

/** A program that was started. */
export interface RunningProgram {
  readonly pid: number;
  /** What it prints, in order, and at last how it ended. */
  readonly output: AsyncIterable<ProgramOutput>;
  /** Ends once it may be given more; bytes for one that has ended are lost. */
  write(bytes: Uint8Array): Promise<void>;
  /** Its input has ended. */
  end(): void;
  /** False where it has ended. */
  kill(signal: ProgramSignal): boolean;
}

/** See {@link RunningProgram}. */
export type ProgramOutput =
  | { from: 'stdout' | 'stderr'; bytes: Uint8Array }
  | { from: 'end'; exitCode: number | null; signal: string | null };

/** Modules of the extension that run as processes of their own: language servers. */
export interface ServerService {
  /**
   * Starts one behind a wall; the signal ends it.
   *
   * @param module a file of the extension, where Node may add an ending; links and `..` lead to no other
   * @param options.flags of Node
   * @param options.hasChannel whether it has `process.send`
   */
  start(
    module: string,
    args: string[],
    options: {
      cwd?: string;
      env?: Record<string, string>;
      flags: string[];
      hasChannel: boolean;
    },
    signal: AbortSignal,
  ): Promise<RunningModule>;
}

/** A server that was started. */
export interface RunningModule extends RunningProgram {
  /** What it says on its channel: lines of JSON, in parts; nothing where it has none. Read once. */
  readonly said: AsyncIterable<Uint8Array>;
  /** Lines of JSON for its channel; ends once it may be given more. */
  send(bytes: Uint8Array): Promise<void>;
  /** Closes the channel. */
  disconnect(): void;
}

/** What an extension may tell a program that it started. */
export const programSignals = ['SIGTERM', 'SIGKILL', 'SIGINT', 'SIGHUP', 'SIGQUIT'] as const;

/** See {@link programSignals}. */
export type ProgramSignal = (typeof programSignals)[number];

/** What services tell an extension without being asked. */
export interface ServiceEvents {
  onSettingsChanged(keys: readonly string[]): void;
  onSecretChanged(key: string): void;
  /** The active editor, its text or its selection changed. */
  onEditorChanged(): void;
  onDocumentChanged(path: string): void;
}
