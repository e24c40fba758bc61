/**
 * The API of Orchestra's native extensions.
 *
 * Calls that may touch something of a person's name the permission that they need. Declare it in
 * `permissions` of package.json, no more and no less than the code uses: `orchestra ext check` compares.
 */

import './files.js';

/** Something that is ended by calling `dispose`: put it into `context.subscriptions`. */
export interface Disposable {
  dispose(): void;
}

/** What an event calls; disposing of what it returns ends it. */
export type Event<T> = (listener: (value: T) => void) => Disposable;

/** What `activate` of an entry file is given. */
export interface ExtensionContext {
  /** Absolute path of the installed extension. */
  readonly extensionPath: string;
  /** Absolute path of a folder for this extension in the open workspace. */
  readonly storagePath: string;
  /** Absolute path of a folder for this extension in all workspaces. */
  readonly globalStoragePath: string;
  /** What is disposed of when the extension is stopped. */
  readonly subscriptions: Disposable[];
  /** Keys and passwords, kept by the system. Permission: `secrets`. */
  readonly secrets: Secrets;
  readonly extensionMode: 'production' | 'development' | 'test';
}

/** Texts that only this extension can read. Permission: `secrets`. */
export interface Secrets {
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string): Promise<void>;
  delete(key: string): Promise<void>;
  readonly onDidChange: Event<{ key: string }>;
}

/** What an entry file exports. */
export interface Extension {
  activate(context: ExtensionContext): void | Promise<void>;
  deactivate?(): void | Promise<void>;
}

/** Files, by absolute path or by path relative to the workspace. */
export interface FileSystem {
  /** Reads a text. Permission: `filesystem.read`. */
  readFile(path: string, encoding?: 'utf8'): Promise<string>;
  /** Reads bytes. Permission: `filesystem.read`. */
  readFile(path: string, encoding: 'binary'): Promise<Uint8Array>;
  /** Lists what is in a folder. Permission: `filesystem.read`. */
  readDir(path: string): Promise<DirectoryEntry[]>;
  /** Permission: `filesystem.read`. */
  exists(path: string): Promise<boolean>;
  /** Tells of changes of files that match a glob. Permission: `filesystem.read`. */
  watch(pattern: string, listener: (change: FileChange) => void): Disposable;
  /** Writes a file as a whole, making the folders between. Permission: `filesystem.write`. */
  writeFile(path: string, content: string | Uint8Array): Promise<void>;
  /** Permission: `filesystem.write`. */
  copy(from: string, to: string, options?: { overwrite?: boolean }): Promise<void>;
  /** Permission: `filesystem.write`. */
  move(from: string, to: string, options?: { overwrite?: boolean }): Promise<void>;
  /** Permission: `filesystem.write`. */
  delete(path: string, options?: { recursive?: boolean }): Promise<void>;
}

export interface DirectoryEntry {
  name: string;
  /** Absolute. */
  path: string;
  type: 'file' | 'directory' | 'link';
}

export interface FileChange {
  type: 'created' | 'changed' | 'deleted';
  path: string;
}

/** Requests to other machines. */
export interface Network {
  /** As the global `fetch`, which needs the same. Permission: `network`. */
  fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>;
}

/** The language models that a person has set up. */
export interface AI {
  /** Answers a conversation as a whole. Permission: `ai.chat`. */
  chat(messages: string | readonly ChatMessage[], options?: ChatOptions): Promise<ChatAnswer>;
  /** Answers piece by piece. Permission: `ai.chat`. */
  chatStream(
    messages: string | readonly ChatMessage[],
    options?: ChatOptions,
  ): AsyncIterable<string>;
  /** Turns texts into vectors, one for each. Permission: `ai.embed`. */
  embed(texts: readonly string[], options?: { model?: string }): Promise<number[][]>;
}

export interface ChatMessage {
  role: 'system' | 'user' | 'assistant';
  content: string;
}

export interface ChatOptions {
  /** The person's default where it is absent. */
  model?: string;
  /** 0 (always alike) to 1. */
  temperature?: number;
  maxTokens?: number;
  signal?: AbortSignal;
}

export interface ChatAnswer {
  content: string;
  model: string;
}

/** The system's clipboard. Permission of every call: `clipboard`. */
export interface Clipboard {
  readText(): Promise<string>;
  writeText(text: string): Promise<void>;
}

/** What people see. Only {@link UI.showNotification} needs a permission. */
export interface UI {
  /**
   * Shows a message, with actions to choose from.
   *
   * Permission: `notifications`.
   *
   * @returns the action that was chosen; undefined where it was closed
   */
  showNotification<T extends string>(
    message: string,
    options?: NotificationOptions<T>,
  ): Promise<T | undefined>;
  /** Lets a person choose one of a list. @returns undefined where they left it */
  showQuickPick<T extends string | QuickPickItem>(
    items: readonly T[] | Promise<readonly T[]>,
    options?: QuickPickOptions & { canPickMany?: false },
  ): Promise<T | undefined>;
  /** Lets a person choose any number of a list. @returns undefined where they left it */
  showQuickPick<T extends string | QuickPickItem>(
    items: readonly T[] | Promise<readonly T[]>,
    options: QuickPickOptions & { canPickMany: true },
  ): Promise<T[] | undefined>;
  /** Asks for a line of text. @returns undefined where they left it */
  showInputBox(options?: InputBoxOptions): Promise<string | undefined>;
  /** Shows that something is under way until it ends. */
  withProgress<T>(options: ProgressOptions, task: (progress: Progress) => Promise<T>): Promise<T>;
  createStatusBarItem(options?: StatusBarOptions): StatusBarItem;
  /** Opens a page of its own HTML, which sees nothing of the app but the messages that it is sent. */
  createWebviewPanel(options: WebviewOptions): WebviewPanel;
}

export interface NotificationOptions<T extends string = string> {
  type?: 'info' | 'warning' | 'error';
  actions?: readonly T[];
}

export interface QuickPickItem {
  label: string;
  /** Behind the label, dimmed. */
  description?: string;
  /** Below the label. */
  detail?: string;
  picked?: boolean;
}

export interface QuickPickOptions {
  title?: string;
  placeholder?: string;
  matchOnDescription?: boolean;
  canPickMany?: boolean;
}

export interface InputBoxOptions {
  title?: string;
  prompt?: string;
  placeholder?: string;
  value?: string;
  password?: boolean;
  /** What is wrong with the text, if anything. */
  validate?(value: string): string | undefined | Promise<string | undefined>;
}

export interface ProgressOptions {
  title: string;
  location?: 'notification' | 'status-bar';
  cancellable?: boolean;
}

export interface Progress {
  report(step: { message?: string; /** Of 100. */ increment?: number }): void;
  /** Aborted when the person cancels. */
  readonly signal: AbortSignal;
}

export interface StatusBarOptions {
  alignment?: 'left' | 'right';
  /** Higher ones stand further left. */
  priority?: number;
}

export interface StatusBarItem extends Disposable {
  text: string;
  tooltip: string | undefined;
  /** The command that a click runs. */
  command: string | undefined;
  show(): void;
  hide(): void;
}

export interface WebviewOptions {
  id: string;
  title: string;
  html?: string;
  enableScripts?: boolean;
}

export interface WebviewPanel extends Disposable {
  title: string;
  html: string;
  readonly visible: boolean;
  reveal(): void;
  postMessage(message: unknown): Promise<boolean>;
  readonly onDidReceiveMessage: Event<unknown>;
  readonly onDidDispose: Event<void>;
}

/** Terminals of the app. Permission of every call: `terminal`. */
export interface Terminals {
  create(options?: { name?: string; cwd?: string; env?: Record<string, string> }): Terminal;
  readonly active: Terminal | undefined;
  readonly all: readonly Terminal[];
}

export interface Terminal extends Disposable {
  readonly name: string;
  /** Types a text, and Enter behind it unless `execute` is false. */
  sendText(text: string, options?: { execute?: boolean }): void;
  show(): void;
  readonly onDidClose: Event<{ exitCode: number | undefined }>;
}

/** The folder that is open. */
export interface Workspace {
  /** Absolute; undefined where no folder is open. */
  readonly rootPath: string | undefined;
  readonly name: string | undefined;
  /** Looks for a text in the files of the workspace. Permission: `filesystem.read`. */
  search(query: string, options?: SearchOptions): Promise<SearchMatch[]>;
  /**
   * The repository that has the workspace. Where that is a folder of the repository, only files of the folder are
   * told of and changed, and paths are relative to it. Permission of every call: `git`.
   */
  readonly git: Git;
}

export interface SearchOptions {
  include?: string;
  exclude?: string;
  regex?: boolean;
  caseSensitive?: boolean;
  maxResults?: number;
}

export interface SearchMatch {
  path: string;
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
  text: string;
}

/** Permission of every call: `git`. */
export interface Git {
  status(): Promise<GitStatus>;
  diff(options?: { staged?: boolean; path?: string }): Promise<string>;
  log(options?: { maxCount?: number; path?: string }): Promise<GitCommit[]>;
  /**
   * Says of each line of a file which commit changed it last. Commits that the person's `blame.ignoreRevsFile`
   * names are passed over.
   *
   * @returns a record for each line, in order; none for lines behind the last one
   * @throws an error of code `not-found` where no commit has the file
   */
  blame(path: string, options?: GitBlameOptions): Promise<GitBlameLine[]>;
  /**
   * Shows one commit, by its hash or the first seven or more characters of it.
   *
   * @throws an error of code `not-found` where the repository has no such commit, or it changed nothing in the
   *   workspace
   */
  show(hash: string, options?: { /** Of this file only. */ path?: string }): Promise<GitChange>;
  branches(): Promise<GitBranch[]>;
  currentBranch(): Promise<string | undefined>;
  add(paths: readonly string[]): Promise<void>;
  /** @throws an error of code `outside-workspace` where files outside of the workspace are staged */
  commit(message: string): Promise<GitCommit>;
  /** @throws an error of code `outside-workspace` where files outside of the workspace would change */
  checkout(branch: string, options?: { create?: boolean }): Promise<void>;
}

export interface GitStatus {
  branch: string | undefined;
  staged: string[];
  modified: string[];
  untracked: string[];
  ahead: number;
  behind: number;
}

export interface GitCommit {
  hash: string;
  author: string;
  /** ISO time. */
  date: string;
  message: string;
}

export interface GitBlameOptions {
  /** From 1; the first line where it is absent. */
  startLine?: number;
  /** From 1, itself included; the last line where it is absent. */
  endLine?: number;
  /** The text as it is being edited, in place of what is saved. */
  content?: string;
}

/** A line, from 1. `isCommitted` is false while the line is as no commit has it. */
export type GitBlameLine =
  | { line: number; isCommitted: false }
  | {
      line: number;
      isCommitted: true;
      hash: string;
      /** The name, without the address. */
      author: string;
      /** ISO time. */
      date: string;
      /** First line of the message. */
      summary: string;
      /** Where the file was in that commit, relative to the workspace; where it is now, if it was outside. */
      path: string;
    };

/** A commit with what it changed, compared with its first parent. */
export interface GitChange extends GitCommit {
  diff: string;
}

export interface GitBranch {
  name: string;
  current: boolean;
  upstream: string | undefined;
}

/** What people run by name, by key or from the palette. Needs no permission. */
export interface Commands {
  /** Says what a command of `contributes.commands` does. */
  register(id: string, handler: (...args: never[]) => unknown): Disposable;
  execute<T = unknown>(id: string, ...args: unknown[]): Promise<T>;
  getAll(): Promise<string[]>;
}

/** The text that is being edited. To see what a person has open needs no permission. */
export interface Editor {
  readonly active: TextEditor | undefined;
  /**
   * Opens a file. Line and column are from 1, as those of a {@link SearchMatch}.
   *
   * Permission: `filesystem.read`.
   */
  open(path: string, options?: { line?: number; column?: number }): Promise<TextEditor>;
  readonly onDidChangeDocument: Event<TextDocument>;
  /** Another file is being edited, or none is any longer. */
  readonly onDidChangeActive: Event<TextEditor | undefined>;
  /** The cursor moved, or something else is selected: in the active editor, or in one that became active. */
  readonly onDidChangeSelection: Event<TextEditor>;
}

export interface TextEditor {
  readonly document: TextDocument;
  readonly selection: Selection;
  /** Changes the text; all of it is undone at once. Permission: `filesystem.write`. */
  edit(change: (builder: EditBuilder) => void): Promise<boolean>;
}

export interface TextDocument {
  readonly path: string;
  readonly languageId: string;
  readonly isDirty: boolean;
  readonly lineCount: number;
  getText(range?: Range): string;
  /** Writes it to its file. Permission: `filesystem.write`. */
  save(): Promise<boolean>;
}

/** Line and column, from 0. */
export interface Position {
  line: number;
  column: number;
}

export interface Range {
  start: Position;
  end: Position;
}

export interface Selection extends Range {
  readonly isEmpty: boolean;
  readonly text: string;
}

export interface EditBuilder {
  insert(at: Position, text: string): void;
  replace(range: Range, text: string): void;
  delete(range: Range): void;
}

/** What a person set for this extension (`contributes.configuration`). Needs no permission. */
export interface Settings {
  get<T>(key: string): T | undefined;
  get<T>(key: string, fallback: T): T;
  set(key: string, value: unknown, scope?: 'user' | 'workspace'): Promise<void>;
  readonly onDidChange: Event<{ keys: readonly string[] }>;
}

/** Values that this extension keeps from one start to the next. Needs no permission. */
export interface Storage {
  get<T>(key: string): Promise<T | undefined>;
  get<T>(key: string, fallback: T): Promise<T>;
  /** The value must survive being written as JSON. */
  set(key: string, value: unknown): Promise<void>;
  delete(key: string): Promise<void>;
  keys(): Promise<string[]>;
}

/** Other programs. */
export interface System {
  /**
   * Runs a program and waits for its end. No shell is in between.
   *
   * Permission: `system.exec`, which users are warned of: it may do everything that they may.
   */
  exec(command: string, args?: readonly string[], options?: ExecOptions): Promise<ExecResult>;
  readonly platform: 'darwin' | 'linux' | 'win32';
}

export interface ExecOptions {
  cwd?: string;
  env?: Record<string, string>;
  input?: string;
  /** Milliseconds. */
  timeout?: number;
  signal?: AbortSignal;
}

export interface ExecResult {
  exitCode: number;
  stdout: string;
  stderr: string;
}

export declare const fs: FileSystem;
export declare const network: Network;
export declare const ai: AI;
export declare const clipboard: Clipboard;
export declare const ui: UI;
export declare const terminal: Terminals;
export declare const workspace: Workspace;
export declare const commands: Commands;
export declare const editor: Editor;
export declare const settings: Settings;
export declare const storage: Storage;
export declare const system: System;

/** Everything in one object; the app has it as a global as well. */
export interface Orchestra {
  readonly fs: FileSystem;
  readonly network: Network;
  readonly ai: AI;
  readonly clipboard: Clipboard;
  readonly ui: UI;
  readonly terminal: Terminals;
  readonly workspace: Workspace;
  readonly commands: Commands;
  readonly editor: Editor;
  readonly settings: Settings;
  readonly storage: Storage;
  readonly system: System;
}

export declare const orchestra: Orchestra;
export default orchestra;

declare global {
  /** The same as `import { orchestra } from '@orchestra/api'`. */
  var orchestra: Orchestra; // a const would not be a member of globalThis
}
