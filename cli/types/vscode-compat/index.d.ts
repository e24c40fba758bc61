/**
 * What Orchestra runs of the API of VS Code. It stands for `vscode` as well: an extension may import
 * either name.
 *
 * Calls name the permission that they need, which package.json declares in `permissions`. Not there, as
 * Orchestra has no place for them: custom editors, notebooks, source control, tests, debugging and
 * authentication providers.
 */

/** The version of the API. */
export declare const version: string;

export declare class Disposable {
  static from(...disposables: { dispose(): unknown }[]): Disposable;
  constructor(callOnDispose: () => unknown);
  dispose(): void;
}

export interface Event<T> {
  (listener: (event: T) => unknown, thisArgs?: unknown, disposables?: Disposable[]): Disposable;
}

export declare class EventEmitter<T> {
  readonly event: Event<T>;
  fire(data: T): void;
  dispose(): void;
}

export type ProviderResult<T> = T | undefined | null | Thenable<T | undefined | null>;

/** A promise of anybody's making. */
export interface Thenable<T> extends PromiseLike<T> {}

export interface CancellationToken {
  readonly isCancellationRequested: boolean;
  readonly onCancellationRequested: Event<unknown>;
}
export declare class CancellationTokenSource {
  readonly token: CancellationToken;
  cancel(): void;
  dispose(): void;
}
export declare class CancellationError extends Error {}

// the extension

export interface ExtensionContext {
  readonly subscriptions: { dispose(): unknown }[];
  readonly workspaceState: Memento;
  readonly globalState: Memento & { setKeysForSync(keys: readonly string[]): void };
  /** Keys and passwords, kept by the system. Permission: `secrets`. */
  readonly secrets: SecretStorage;
  readonly extensionUri: Uri;
  readonly extensionPath: string;
  readonly storageUri: Uri | undefined;
  readonly globalStorageUri: Uri;
  readonly logUri: Uri;
  readonly extensionMode: ExtensionMode;
  readonly extension: Extension<unknown>;
  readonly environmentVariableCollection: EnvironmentVariableCollection;
  asAbsolutePath(relativePath: string): string;
}
export declare enum ExtensionMode {
  Production = 1,
  Development = 2,
  Test = 3,
}
export interface EnvironmentVariableCollection {
  replace(variable: string, value: string): void;
  append(variable: string, value: string): void;
  prepend(variable: string, value: string): void;
  delete(variable: string): void;
  clear(): void;
}
export interface Memento {
  keys(): readonly string[];
  get<T>(key: string): T | undefined;
  get<T>(key: string, defaultValue: T): T;
  update(key: string, value: unknown): Thenable<void>;
}
/** Permission of every call: `secrets`. */
export interface SecretStorage {
  get(key: string): Thenable<string | undefined>;
  store(key: string, value: string): Thenable<void>;
  delete(key: string): Thenable<void>;
  readonly onDidChange: Event<{ readonly key: string }>;
}
export interface Extension<T> {
  readonly id: string;
  readonly extensionUri: Uri;
  readonly extensionPath: string;
  readonly isActive: boolean;
  // what a manifest holds is known to its author
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly packageJSON: any;
  readonly exports: T;
  activate(): Thenable<T>;
}
export declare namespace extensions {
  // oxlint-disable-next-line typescript/no-explicit-any
  function getExtension<T = any>(id: string): Extension<T> | undefined;
  const all: readonly Extension<unknown>[];
  const onDidChange: Event<void>;
}

// places in texts

export declare class Uri {
  static parse(value: string, strict?: boolean): Uri;
  static file(path: string): Uri;
  static joinPath(base: Uri, ...segments: string[]): Uri;
  static from(components: {
    scheme: string;
    authority?: string;
    path?: string;
    query?: string;
    fragment?: string;
  }): Uri;
  readonly scheme: string;
  readonly authority: string;
  readonly path: string;
  readonly query: string;
  readonly fragment: string;
  readonly fsPath: string;
  with(change: {
    scheme?: string;
    authority?: string;
    path?: string;
    query?: string;
    fragment?: string;
  }): Uri;
  toString(skipEncoding?: boolean): string;
  // what it becomes as JSON is nobody's concern
  // oxlint-disable-next-line typescript/no-explicit-any
  toJSON(): any;
}

/** Line and character, from 0. */
export declare class Position {
  readonly line: number;
  readonly character: number;
  constructor(line: number, character: number);
  isBefore(other: Position): boolean;
  isBeforeOrEqual(other: Position): boolean;
  isAfter(other: Position): boolean;
  isAfterOrEqual(other: Position): boolean;
  isEqual(other: Position): boolean;
  compareTo(other: Position): number;
  translate(lineDelta?: number, characterDelta?: number): Position;
  translate(change: { lineDelta?: number; characterDelta?: number }): Position;
  with(line?: number, character?: number): Position;
  with(change: { line?: number; character?: number }): Position;
}

export declare class Range {
  readonly start: Position;
  readonly end: Position;
  readonly isEmpty: boolean;
  readonly isSingleLine: boolean;
  constructor(start: Position, end: Position);
  constructor(startLine: number, startCharacter: number, endLine: number, endCharacter: number);
  contains(positionOrRange: Position | Range): boolean;
  isEqual(other: Range): boolean;
  intersection(range: Range): Range | undefined;
  union(other: Range): Range;
  with(start?: Position, end?: Position): Range;
  with(change: { start?: Position; end?: Position }): Range;
}

export declare class Selection extends Range {
  readonly anchor: Position;
  readonly active: Position;
  readonly isReversed: boolean;
  constructor(anchor: Position, active: Position);
  constructor(
    anchorLine: number,
    anchorCharacter: number,
    activeLine: number,
    activeCharacter: number,
  );
}

export declare class Location {
  uri: Uri;
  range: Range;
  constructor(uri: Uri, rangeOrPosition: Range | Position);
}
export interface LocationLink {
  originSelectionRange?: Range;
  targetUri: Uri;
  targetRange: Range;
  targetSelectionRange?: Range;
}
export type Definition = Location | Location[];
export type DefinitionLink = LocationLink;

export declare enum EndOfLine {
  LF = 1,
  CRLF = 2,
}

export interface TextLine {
  readonly lineNumber: number;
  readonly text: string;
  readonly range: Range;
  readonly rangeIncludingLineBreak: Range;
  readonly firstNonWhitespaceCharacterIndex: number;
  readonly isEmptyOrWhitespace: boolean;
}

export interface TextDocument {
  readonly uri: Uri;
  readonly fileName: string;
  readonly isUntitled: boolean;
  readonly languageId: string;
  readonly version: number;
  readonly isDirty: boolean;
  readonly isClosed: boolean;
  readonly eol: EndOfLine;
  readonly lineCount: number;
  save(): Thenable<boolean>;
  lineAt(line: number | Position): TextLine;
  offsetAt(position: Position): number;
  positionAt(offset: number): Position;
  getText(range?: Range): string;
  getWordRangeAtPosition(position: Position, regex?: RegExp): Range | undefined;
  validateRange(range: Range): Range;
  validatePosition(position: Position): Position;
}

export declare class TextEdit {
  static replace(range: Range, newText: string): TextEdit;
  static insert(position: Position, newText: string): TextEdit;
  static delete(range: Range): TextEdit;
  range: Range;
  newText: string;
  constructor(range: Range, newText: string);
}

export declare class WorkspaceEdit {
  readonly size: number;
  replace(uri: Uri, range: Range, newText: string): void;
  insert(uri: Uri, position: Position, newText: string): void;
  delete(uri: Uri, range: Range): void;
  has(uri: Uri): boolean;
  set(uri: Uri, edits: readonly TextEdit[]): void;
  get(uri: Uri): TextEdit[];
  createFile(uri: Uri, options?: { overwrite?: boolean; contents?: Uint8Array }): void;
  deleteFile(uri: Uri, options?: { recursive?: boolean }): void;
  renameFile(from: Uri, to: Uri, options?: { overwrite?: boolean }): void;
  entries(): [Uri, TextEdit[]][];
}

export declare class SnippetString {
  value: string;
  constructor(value?: string);
  appendText(text: string): SnippetString;
  appendTabstop(number?: number): SnippetString;
  appendPlaceholder(
    value: string | ((snippet: SnippetString) => unknown),
    number?: number,
  ): SnippetString;
  appendChoice(values: readonly string[], number?: number): SnippetString;
}

export declare class MarkdownString {
  value: string;
  isTrusted?: boolean | { readonly enabledCommands: readonly string[] };
  supportThemeIcons?: boolean;
  supportHtml?: boolean;
  baseUri?: Uri;
  constructor(value?: string, supportThemeIcons?: boolean);
  appendText(value: string): MarkdownString;
  appendMarkdown(value: string): MarkdownString;
  appendCodeblock(value: string, language?: string): MarkdownString;
}
export type MarkedString = string | { language: string; value: string };

// commands

/** What people run by name, by key or from the palette. */
export declare namespace commands {
  function registerCommand(
    command: string,
    // what a command is given is up to whoever runs it
    // oxlint-disable-next-line typescript/no-explicit-any
    callback: (...args: any[]) => unknown,
    thisArg?: unknown,
  ): Disposable;
  function registerTextEditorCommand(
    command: string,
    // oxlint-disable-next-line typescript/no-explicit-any
    callback: (editor: TextEditor, edit: TextEditorEdit, ...args: any[]) => void,
    thisArg?: unknown,
  ): Disposable;
  function executeCommand<T = unknown>(command: string, ...rest: unknown[]): Thenable<T>;
  function getCommands(filterInternal?: boolean): Thenable<string[]>;
}
export interface Command {
  title: string;
  command: string;
  tooltip?: string;
  // oxlint-disable-next-line typescript/no-explicit-any
  arguments?: any[];
}

// the window

export declare enum ViewColumn {
  Active = -1,
  Beside = -2,
  One = 1,
  Two = 2,
  Three = 3,
}
export declare enum StatusBarAlignment {
  Left = 1,
  Right = 2,
}
export declare enum ProgressLocation {
  SourceControl = 1,
  Window = 10,
  Notification = 15,
}
export declare enum ColorThemeKind {
  Light = 1,
  Dark = 2,
  HighContrast = 3,
  HighContrastLight = 4,
}
export interface ColorTheme {
  readonly kind: ColorThemeKind;
}
export declare enum TextEditorRevealType {
  Default = 0,
  InCenter = 1,
  InCenterIfOutsideViewport = 2,
  AtTop = 3,
}
export declare enum OverviewRulerLane {
  Left = 1,
  Center = 2,
  Right = 4,
  Full = 7,
}
export declare class ThemeColor {
  readonly id: string;
  constructor(id: string);
}
export declare class ThemeIcon {
  static readonly File: ThemeIcon;
  static readonly Folder: ThemeIcon;
  readonly id: string;
  readonly color?: ThemeColor;
  constructor(id: string, color?: ThemeColor);
}
export type IconPath = Uri | { light: Uri; dark: Uri } | ThemeIcon;

export interface MessageOptions {
  modal?: boolean;
  detail?: string;
}
export interface MessageItem {
  title: string;
  isCloseAffordance?: boolean;
}
interface ShowMessage {
  <T extends string>(message: string, ...items: T[]): Thenable<T | undefined>;
  <T extends string>(
    message: string,
    options: MessageOptions,
    ...items: T[]
  ): Thenable<T | undefined>;
  <T extends MessageItem>(message: string, ...items: T[]): Thenable<T | undefined>;
  <T extends MessageItem>(
    message: string,
    options: MessageOptions,
    ...items: T[]
  ): Thenable<T | undefined>;
}

/** What people see. */
export declare namespace window {
  /** Permission: `notifications`. */
  const showInformationMessage: ShowMessage;
  /** Permission: `notifications`. */
  const showWarningMessage: ShowMessage;
  /** Permission: `notifications`. */
  const showErrorMessage: ShowMessage;
  const activeTextEditor: TextEditor | undefined;
  const visibleTextEditors: readonly TextEditor[];
  const activeTerminal: Terminal | undefined;
  const terminals: readonly Terminal[];
  const activeColorTheme: ColorTheme;
  const state: { readonly focused: boolean };
  const onDidChangeActiveTextEditor: Event<TextEditor | undefined>;
  const onDidChangeVisibleTextEditors: Event<readonly TextEditor[]>;
  const onDidChangeTextEditorSelection: Event<TextEditorSelectionChangeEvent>;
  const onDidChangeTextEditorVisibleRanges: Event<{
    readonly textEditor: TextEditor;
    readonly visibleRanges: readonly Range[];
  }>;
  const onDidChangeActiveColorTheme: Event<ColorTheme>;
  const onDidChangeWindowState: Event<{ readonly focused: boolean }>;
  const onDidOpenTerminal: Event<Terminal>;
  const onDidCloseTerminal: Event<Terminal>;
  function showTextDocument(
    document: TextDocument | Uri,
    options?: ViewColumn | TextDocumentShowOptions,
    preserveFocus?: boolean,
  ): Thenable<TextEditor>;
  function showQuickPick<T extends string | QuickPickItem>(
    items: readonly T[] | Thenable<readonly T[]>,
    options: QuickPickOptions & { canPickMany: true },
    token?: CancellationToken,
  ): Thenable<T[] | undefined>;
  function showQuickPick<T extends string | QuickPickItem>(
    items: readonly T[] | Thenable<readonly T[]>,
    options?: QuickPickOptions,
    token?: CancellationToken,
  ): Thenable<T | undefined>;
  function showInputBox(
    options?: InputBoxOptions,
    token?: CancellationToken,
  ): Thenable<string | undefined>;
  function showOpenDialog(options?: OpenDialogOptions): Thenable<Uri[] | undefined>;
  function showSaveDialog(options?: SaveDialogOptions): Thenable<Uri | undefined>;
  function showWorkspaceFolderPick(options?: {
    placeHolder?: string;
  }): Thenable<WorkspaceFolder | undefined>;
  function createQuickPick<T extends QuickPickItem>(): QuickPick<T>;
  function createInputBox(): InputBox;
  function withProgress<R>(
    options: {
      location: ProgressLocation | { viewId: string };
      title?: string;
      cancellable?: boolean;
    },
    task: (
      progress: Progress<{ message?: string; increment?: number }>,
      token: CancellationToken,
    ) => Thenable<R>,
  ): Thenable<R>;
  function setStatusBarMessage(text: string, hideAfter?: number | Thenable<unknown>): Disposable;
  function createStatusBarItem(alignment?: StatusBarAlignment, priority?: number): StatusBarItem;
  function createStatusBarItem(
    id: string,
    alignment?: StatusBarAlignment,
    priority?: number,
  ): StatusBarItem;
  function createOutputChannel(name: string, languageId?: string): OutputChannel;
  function createOutputChannel(name: string, options: { log: true }): LogOutputChannel;
  /** Permission: `terminal`. */
  function createTerminal(
    name?: string,
    shellPath?: string,
    shellArgs?: readonly string[] | string,
  ): Terminal;
  /** Permission: `terminal`. */
  function createTerminal(options: TerminalOptions): Terminal;
  function createTextEditorDecorationType(
    options: DecorationRenderOptions,
  ): TextEditorDecorationType;
  function createTreeView<T>(id: string, options: TreeViewOptions<T>): TreeView<T>;
  function registerTreeDataProvider<T>(id: string, provider: TreeDataProvider<T>): Disposable;
  function createWebviewPanel(
    viewType: string,
    title: string,
    showOptions: ViewColumn | { viewColumn: ViewColumn; preserveFocus?: boolean },
    options?: WebviewOptions & WebviewPanelOptions,
  ): WebviewPanel;
  function registerWebviewViewProvider(
    viewId: string,
    provider: WebviewViewProvider,
    options?: { webviewOptions?: { retainContextWhenHidden?: boolean } },
  ): Disposable;
  function registerUriHandler(handler: { handleUri(uri: Uri): ProviderResult<void> }): Disposable;
}

export interface Progress<T> {
  report(value: T): void;
}
export interface TextDocumentShowOptions {
  viewColumn?: ViewColumn;
  preserveFocus?: boolean;
  preview?: boolean;
  selection?: Range;
}
export declare enum QuickPickItemKind {
  Separator = -1,
  Default = 0,
}
export interface QuickInputButton {
  readonly iconPath: IconPath;
  readonly tooltip?: string;
}
export interface QuickPickItem {
  label: string;
  kind?: QuickPickItemKind;
  iconPath?: IconPath;
  description?: string;
  detail?: string;
  picked?: boolean;
  alwaysShow?: boolean;
  buttons?: readonly QuickInputButton[];
}
export interface QuickPickOptions {
  title?: string;
  placeHolder?: string;
  matchOnDescription?: boolean;
  matchOnDetail?: boolean;
  ignoreFocusOut?: boolean;
  canPickMany?: boolean;
  onDidSelectItem?(item: QuickPickItem | string): unknown;
}
export interface QuickInput extends Disposable {
  title: string | undefined;
  step: number | undefined;
  totalSteps: number | undefined;
  enabled: boolean;
  busy: boolean;
  ignoreFocusOut: boolean;
  readonly onDidHide: Event<void>;
  show(): void;
  hide(): void;
}
export interface QuickPick<T extends QuickPickItem> extends QuickInput {
  value: string;
  placeholder: string | undefined;
  buttons: readonly QuickInputButton[];
  items: readonly T[];
  canSelectMany: boolean;
  matchOnDescription: boolean;
  matchOnDetail: boolean;
  activeItems: readonly T[];
  selectedItems: readonly T[];
  readonly onDidChangeValue: Event<string>;
  readonly onDidAccept: Event<void>;
  readonly onDidTriggerButton: Event<QuickInputButton>;
  readonly onDidTriggerItemButton: Event<{ readonly button: QuickInputButton; readonly item: T }>;
  readonly onDidChangeActive: Event<readonly T[]>;
  readonly onDidChangeSelection: Event<readonly T[]>;
}
export interface InputBox extends QuickInput {
  value: string;
  placeholder: string | undefined;
  password: boolean;
  prompt: string | undefined;
  validationMessage: string | undefined;
  buttons: readonly QuickInputButton[];
  readonly onDidChangeValue: Event<string>;
  readonly onDidAccept: Event<void>;
  readonly onDidTriggerButton: Event<QuickInputButton>;
}
export interface InputBoxOptions {
  title?: string;
  value?: string;
  valueSelection?: [number, number];
  prompt?: string;
  placeHolder?: string;
  password?: boolean;
  ignoreFocusOut?: boolean;
  validateInput?(value: string): string | undefined | null | Thenable<string | undefined | null>;
}
export interface OpenDialogOptions {
  defaultUri?: Uri;
  openLabel?: string;
  canSelectFiles?: boolean;
  canSelectFolders?: boolean;
  canSelectMany?: boolean;
  filters?: { [name: string]: string[] };
  title?: string;
}
export interface SaveDialogOptions {
  defaultUri?: Uri;
  saveLabel?: string;
  filters?: { [name: string]: string[] };
  title?: string;
}
export interface StatusBarItem {
  readonly id: string;
  readonly alignment: StatusBarAlignment;
  readonly priority: number | undefined;
  name: string | undefined;
  text: string;
  tooltip: string | MarkdownString | undefined;
  color: string | ThemeColor | undefined;
  backgroundColor: ThemeColor | undefined;
  command: string | Command | undefined;
  accessibilityInformation?: { label: string; role?: string };
  show(): void;
  hide(): void;
  dispose(): void;
}
export interface OutputChannel {
  readonly name: string;
  append(value: string): void;
  appendLine(value: string): void;
  replace(value: string): void;
  clear(): void;
  show(preserveFocus?: boolean): void;
  hide(): void;
  dispose(): void;
}
export declare enum LogLevel {
  Off = 0,
  Trace = 1,
  Debug = 2,
  Info = 3,
  Warning = 4,
  Error = 5,
}
export interface LogOutputChannel extends OutputChannel {
  readonly logLevel: LogLevel;
  trace(message: string, ...args: unknown[]): void;
  debug(message: string, ...args: unknown[]): void;
  info(message: string, ...args: unknown[]): void;
  warn(message: string, ...args: unknown[]): void;
  error(error: string | Error, ...args: unknown[]): void;
}
/** Permission: `terminal`. */
export interface Terminal {
  readonly name: string;
  readonly processId: Thenable<number | undefined>;
  readonly exitStatus: { readonly code: number | undefined } | undefined;
  sendText(text: string, shouldExecute?: boolean): void;
  show(preserveFocus?: boolean): void;
  hide(): void;
  dispose(): void;
}
export interface TerminalOptions {
  name?: string;
  shellPath?: string;
  shellArgs?: string[] | string;
  cwd?: string | Uri;
  env?: { [key: string]: string | null | undefined };
  iconPath?: IconPath;
  hideFromUser?: boolean;
  message?: string;
}

// editors

export declare enum TextEditorSelectionChangeKind {
  Keyboard = 1,
  Mouse = 2,
  Command = 3,
}
export interface TextEditorSelectionChangeEvent {
  readonly textEditor: TextEditor;
  readonly selections: readonly Selection[];
  readonly kind: TextEditorSelectionChangeKind | undefined;
}
export interface TextEditorOptions {
  tabSize?: number | string;
  insertSpaces?: boolean | string;
}
export interface TextEditor {
  readonly document: TextDocument;
  selection: Selection;
  selections: readonly Selection[];
  readonly visibleRanges: readonly Range[];
  options: TextEditorOptions;
  readonly viewColumn: ViewColumn | undefined;
  edit(
    callback: (editBuilder: TextEditorEdit) => void,
    options?: { readonly undoStopBefore: boolean; readonly undoStopAfter: boolean },
  ): Thenable<boolean>;
  insertSnippet(
    snippet: SnippetString,
    location?: Position | Range | readonly Position[] | readonly Range[],
  ): Thenable<boolean>;
  setDecorations(
    decorationType: TextEditorDecorationType,
    ranges: readonly Range[] | readonly DecorationOptions[],
  ): void;
  revealRange(range: Range, revealType?: TextEditorRevealType): void;
}
export interface TextEditorEdit {
  replace(location: Position | Range | Selection, value: string): void;
  insert(location: Position, value: string): void;
  delete(location: Range | Selection): void;
  setEndOfLine(endOfLine: EndOfLine): void;
}
export interface TextEditorDecorationType {
  readonly key: string;
  dispose(): void;
}
export interface ThemableDecorationRenderOptions {
  backgroundColor?: string | ThemeColor;
  border?: string;
  borderColor?: string | ThemeColor;
  color?: string | ThemeColor;
  fontStyle?: string;
  fontWeight?: string;
  textDecoration?: string;
  opacity?: string;
  outline?: string;
  letterSpacing?: string;
  cursor?: string;
  gutterIconPath?: string | Uri;
  gutterIconSize?: string;
  overviewRulerColor?: string | ThemeColor;
  before?: ThemableDecorationAttachmentRenderOptions;
  after?: ThemableDecorationAttachmentRenderOptions;
}
export interface ThemableDecorationAttachmentRenderOptions {
  contentText?: string;
  contentIconPath?: string | Uri;
  border?: string;
  color?: string | ThemeColor;
  backgroundColor?: string | ThemeColor;
  fontStyle?: string;
  fontWeight?: string;
  textDecoration?: string;
  margin?: string;
  width?: string;
  height?: string;
}
export interface DecorationRenderOptions extends ThemableDecorationRenderOptions {
  isWholeLine?: boolean;
  overviewRulerLane?: OverviewRulerLane;
  light?: ThemableDecorationRenderOptions;
  dark?: ThemableDecorationRenderOptions;
}
export interface DecorationOptions {
  range: Range;
  hoverMessage?: MarkdownString | MarkedString | (MarkdownString | MarkedString)[];
  renderOptions?: ThemableDecorationRenderOptions;
}

// trees and pages

export declare enum TreeItemCollapsibleState {
  None = 0,
  Collapsed = 1,
  Expanded = 2,
}
export declare class TreeItem {
  label?: string;
  id?: string;
  iconPath?: string | IconPath;
  description?: string | boolean;
  resourceUri?: Uri;
  tooltip?: string | MarkdownString;
  command?: Command;
  collapsibleState?: TreeItemCollapsibleState;
  contextValue?: string;
  constructor(label: string, collapsibleState?: TreeItemCollapsibleState);
  constructor(resourceUri: Uri, collapsibleState?: TreeItemCollapsibleState);
}
export interface TreeDataProvider<T> {
  onDidChangeTreeData?: Event<T | T[] | undefined | null | void>;
  getTreeItem(element: T): TreeItem | Thenable<TreeItem>;
  getChildren(element?: T): ProviderResult<T[]>;
  getParent?(element: T): ProviderResult<T>;
  resolveTreeItem?(item: TreeItem, element: T, token: CancellationToken): ProviderResult<TreeItem>;
}
export interface TreeViewOptions<T> {
  treeDataProvider: TreeDataProvider<T>;
  showCollapseAll?: boolean;
  canSelectMany?: boolean;
}
export interface TreeView<T> extends Disposable {
  title?: string;
  description?: string;
  message?: string;
  badge?: { readonly tooltip: string; readonly value: number } | undefined;
  readonly selection: readonly T[];
  readonly visible: boolean;
  readonly onDidChangeSelection: Event<{ readonly selection: readonly T[] }>;
  readonly onDidChangeVisibility: Event<{ readonly visible: boolean }>;
  readonly onDidExpandElement: Event<{ readonly element: T }>;
  readonly onDidCollapseElement: Event<{ readonly element: T }>;
  reveal(
    element: T,
    options?: { select?: boolean; focus?: boolean; expand?: boolean | number },
  ): Thenable<void>;
}
export interface WebviewOptions {
  enableScripts?: boolean;
  enableForms?: boolean;
  enableCommandUris?: boolean | readonly string[];
  localResourceRoots?: readonly Uri[];
}
export interface WebviewPanelOptions {
  enableFindWidget?: boolean;
  retainContextWhenHidden?: boolean;
}
export interface Webview {
  options: WebviewOptions;
  html: string;
  readonly cspSource: string;
  // what a page sends is up to the page
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly onDidReceiveMessage: Event<any>;
  postMessage(message: unknown): Thenable<boolean>;
  asWebviewUri(localResource: Uri): Uri;
}
export interface WebviewPanel {
  readonly viewType: string;
  title: string;
  iconPath?: Uri | { readonly light: Uri; readonly dark: Uri };
  readonly webview: Webview;
  readonly viewColumn: ViewColumn | undefined;
  readonly active: boolean;
  readonly visible: boolean;
  readonly onDidChangeViewState: Event<{ readonly webviewPanel: WebviewPanel }>;
  readonly onDidDispose: Event<void>;
  reveal(viewColumn?: ViewColumn, preserveFocus?: boolean): void;
  // oxlint-disable-next-line typescript/no-explicit-any
  dispose(): any;
}
export interface WebviewView {
  readonly viewType: string;
  readonly webview: Webview;
  title?: string;
  description?: string;
  readonly visible: boolean;
  readonly onDidDispose: Event<void>;
  readonly onDidChangeVisibility: Event<void>;
  show(preserveFocus?: boolean): void;
}
export interface WebviewViewProvider {
  resolveWebviewView(
    view: WebviewView,
    context: { readonly state: unknown },
    token: CancellationToken,
  ): Thenable<void> | void;
}

// the workspace

export interface WorkspaceFolder {
  readonly uri: Uri;
  readonly name: string;
  readonly index: number;
}
export declare class RelativePattern {
  baseUri: Uri;
  pattern: string;
  constructor(base: WorkspaceFolder | Uri | string, pattern: string);
}
export type GlobPattern = string | RelativePattern;

/** Settings and documents need no permission; files do. */
export declare namespace workspace {
  /** Permissions: `filesystem.read` to read, `filesystem.write` to change. */
  const fs: FileSystem;
  const name: string | undefined;
  const workspaceFile: Uri | undefined;
  const workspaceFolders: readonly WorkspaceFolder[] | undefined;
  const textDocuments: readonly TextDocument[];
  const isTrusted: boolean;
  const onDidChangeWorkspaceFolders: Event<{
    readonly added: readonly WorkspaceFolder[];
    readonly removed: readonly WorkspaceFolder[];
  }>;
  const onDidOpenTextDocument: Event<TextDocument>;
  const onDidCloseTextDocument: Event<TextDocument>;
  const onDidChangeTextDocument: Event<TextDocumentChangeEvent>;
  const onWillSaveTextDocument: Event<TextDocumentWillSaveEvent>;
  const onDidSaveTextDocument: Event<TextDocument>;
  const onDidChangeConfiguration: Event<ConfigurationChangeEvent>;
  const onDidCreateFiles: Event<{ readonly files: readonly Uri[] }>;
  const onDidDeleteFiles: Event<{ readonly files: readonly Uri[] }>;
  const onDidRenameFiles: Event<{
    readonly files: readonly { readonly oldUri: Uri; readonly newUri: Uri }[];
  }>;
  function getWorkspaceFolder(uri: Uri): WorkspaceFolder | undefined;
  function asRelativePath(pathOrUri: string | Uri, includeWorkspaceFolder?: boolean): string;
  /** Permission: `filesystem.read`. */
  function findFiles(
    include: GlobPattern,
    exclude?: GlobPattern | null,
    maxResults?: number,
    token?: CancellationToken,
  ): Thenable<Uri[]>;
  /** Permission: `filesystem.read`. */
  function createFileSystemWatcher(
    pattern: GlobPattern,
    ignoreCreate?: boolean,
    ignoreChange?: boolean,
    ignoreDelete?: boolean,
  ): FileSystemWatcher;
  function openTextDocument(uri: Uri): Thenable<TextDocument>;
  function openTextDocument(path: string): Thenable<TextDocument>;
  function openTextDocument(options?: {
    language?: string;
    content?: string;
  }): Thenable<TextDocument>;
  function applyEdit(edit: WorkspaceEdit): Thenable<boolean>;
  function saveAll(includeUntitled?: boolean): Thenable<boolean>;
  function getConfiguration(
    section?: string,
    scope?: ConfigurationScope | null,
  ): WorkspaceConfiguration;
  function registerTextDocumentContentProvider(
    scheme: string,
    provider: TextDocumentContentProvider,
  ): Disposable;
}
export interface TextDocumentContentProvider {
  onDidChange?: Event<Uri>;
  provideTextDocumentContent(uri: Uri, token: CancellationToken): ProviderResult<string>;
}
export declare enum TextDocumentChangeReason {
  Undo = 1,
  Redo = 2,
}
export interface TextDocumentContentChangeEvent {
  readonly range: Range;
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}
export interface TextDocumentChangeEvent {
  readonly document: TextDocument;
  readonly contentChanges: readonly TextDocumentContentChangeEvent[];
  readonly reason: TextDocumentChangeReason | undefined;
}
export interface TextDocumentWillSaveEvent {
  readonly document: TextDocument;
  waitUntil(thenable: Thenable<readonly TextEdit[]>): void;
}
export declare enum ConfigurationTarget {
  Global = 1,
  Workspace = 2,
  WorkspaceFolder = 3,
}
export type ConfigurationScope =
  Uri | TextDocument | WorkspaceFolder | { uri?: Uri; languageId: string };
export interface ConfigurationChangeEvent {
  affectsConfiguration(section: string, scope?: ConfigurationScope): boolean;
}
export interface WorkspaceConfiguration {
  get<T>(section: string): T | undefined;
  get<T>(section: string, defaultValue: T): T;
  has(section: string): boolean;
  inspect<T>(section: string):
    | {
        key: string;
        defaultValue?: T;
        globalValue?: T;
        workspaceValue?: T;
        workspaceFolderValue?: T;
      }
    | undefined;
  update(
    section: string,
    value: unknown,
    target?: ConfigurationTarget | boolean | null,
  ): Thenable<void>;
}
export declare enum FileType {
  Unknown = 0,
  File = 1,
  Directory = 2,
  SymbolicLink = 64,
}
export interface FileStat {
  type: FileType;
  ctime: number;
  mtime: number;
  size: number;
}
export interface FileSystem {
  /** Permission: `filesystem.read`. */
  stat(uri: Uri): Thenable<FileStat>;
  /** Permission: `filesystem.read`. */
  readDirectory(uri: Uri): Thenable<[string, FileType][]>;
  /** Permission: `filesystem.read`. */
  readFile(uri: Uri): Thenable<Uint8Array>;
  /** Permission: `filesystem.write`. */
  createDirectory(uri: Uri): Thenable<void>;
  /** Permission: `filesystem.write`. */
  writeFile(uri: Uri, content: Uint8Array): Thenable<void>;
  /** Permission: `filesystem.write`. */
  delete(uri: Uri, options?: { recursive?: boolean; useTrash?: boolean }): Thenable<void>;
  /** Permission: `filesystem.write`. */
  rename(source: Uri, target: Uri, options?: { overwrite?: boolean }): Thenable<void>;
  /** Permission: `filesystem.write`. */
  copy(source: Uri, target: Uri, options?: { overwrite?: boolean }): Thenable<void>;
}
export declare class FileSystemError extends Error {
  static FileNotFound(messageOrUri?: string | Uri): FileSystemError;
  static FileExists(messageOrUri?: string | Uri): FileSystemError;
  static NoPermissions(messageOrUri?: string | Uri): FileSystemError;
  readonly code: string;
}
export interface FileSystemWatcher extends Disposable {
  readonly onDidCreate: Event<Uri>;
  readonly onDidChange: Event<Uri>;
  readonly onDidDelete: Event<Uri>;
}

// the environment

export declare enum UIKind {
  Desktop = 1,
  Web = 2,
}
export declare namespace env {
  const appName: string;
  const appRoot: string;
  const appHost: string;
  const uriScheme: string;
  const language: string;
  const machineId: string;
  const sessionId: string;
  const shell: string;
  const uiKind: UIKind;
  const remoteName: string | undefined;
  const isTelemetryEnabled: boolean;
  const onDidChangeTelemetryEnabled: Event<boolean>;
  /** Permission: `clipboard`. */
  const clipboard: { readText(): Thenable<string>; writeText(value: string): Thenable<void> };
  function openExternal(target: Uri): Thenable<boolean>;
  function asExternalUri(target: Uri): Thenable<Uri>;
}
export declare namespace l10n {
  const bundle: { [key: string]: string } | undefined;
  function t(message: string, ...args: (string | number | boolean)[]): string;
  function t(message: string, args: Record<string, string | number | boolean>): string;
}

// language models

/** The language models that a person has set up. Permission of every call: `ai.chat`. */
export declare namespace lm {
  function selectChatModels(selector?: LanguageModelChatSelector): Thenable<LanguageModelChat[]>;
  const onDidChangeChatModels: Event<void>;
}
export interface LanguageModelChatSelector {
  vendor?: string;
  family?: string;
  version?: string;
  id?: string;
}
export declare enum LanguageModelChatMessageRole {
  User = 1,
  Assistant = 2,
}
export declare class LanguageModelChatMessage {
  role: LanguageModelChatMessageRole;
  content: string;
  static User(content: string, name?: string): LanguageModelChatMessage;
  static Assistant(content: string, name?: string): LanguageModelChatMessage;
  constructor(role: LanguageModelChatMessageRole, content: string, name?: string);
}
export interface LanguageModelChat {
  readonly id: string;
  readonly name: string;
  readonly vendor: string;
  readonly family: string;
  readonly version: string;
  readonly maxInputTokens: number;
  sendRequest(
    messages: LanguageModelChatMessage[],
    options?: { justification?: string; modelOptions?: { [name: string]: unknown } },
    token?: CancellationToken,
  ): Thenable<{ readonly text: AsyncIterable<string> }>;
  countTokens(text: string | LanguageModelChatMessage, token?: CancellationToken): Thenable<number>;
}

// languages

export interface DocumentFilter {
  readonly language?: string;
  readonly scheme?: string;
  readonly pattern?: GlobPattern;
}
export type DocumentSelector = DocumentFilter | string | readonly (DocumentFilter | string)[];

/** What an editor knows of a language. Needs no permission. */
export declare namespace languages {
  function getLanguages(): Thenable<string[]>;
  function setTextDocumentLanguage(
    document: TextDocument,
    languageId: string,
  ): Thenable<TextDocument>;
  function match(selector: DocumentSelector, document: TextDocument): number;
  function createDiagnosticCollection(name?: string): DiagnosticCollection;
  function getDiagnostics(resource: Uri): Diagnostic[];
  function getDiagnostics(): [Uri, Diagnostic[]][];
  const onDidChangeDiagnostics: Event<{ readonly uris: readonly Uri[] }>;
  function setLanguageConfiguration(
    language: string,
    configuration: LanguageConfiguration,
  ): Disposable;
  function registerCompletionItemProvider(
    selector: DocumentSelector,
    provider: CompletionItemProvider,
    ...triggerCharacters: string[]
  ): Disposable;
  function registerInlineCompletionItemProvider(
    selector: DocumentSelector,
    provider: InlineCompletionItemProvider,
  ): Disposable;
  function registerHoverProvider(selector: DocumentSelector, provider: HoverProvider): Disposable;
  function registerDefinitionProvider(
    selector: DocumentSelector,
    provider: DefinitionProvider,
  ): Disposable;
  function registerReferenceProvider(
    selector: DocumentSelector,
    provider: ReferenceProvider,
  ): Disposable;
  function registerDocumentHighlightProvider(
    selector: DocumentSelector,
    provider: DocumentHighlightProvider,
  ): Disposable;
  function registerDocumentSymbolProvider(
    selector: DocumentSelector,
    provider: DocumentSymbolProvider,
    metadata?: { label?: string },
  ): Disposable;
  function registerWorkspaceSymbolProvider(provider: WorkspaceSymbolProvider): Disposable;
  function registerCodeActionsProvider(
    selector: DocumentSelector,
    provider: CodeActionProvider,
    metadata?: { readonly providedCodeActionKinds?: readonly CodeActionKind[] },
  ): Disposable;
  function registerCodeLensProvider(
    selector: DocumentSelector,
    provider: CodeLensProvider,
  ): Disposable;
  function registerDocumentFormattingEditProvider(
    selector: DocumentSelector,
    provider: DocumentFormattingEditProvider,
  ): Disposable;
  function registerDocumentRangeFormattingEditProvider(
    selector: DocumentSelector,
    provider: DocumentRangeFormattingEditProvider,
  ): Disposable;
  function registerOnTypeFormattingEditProvider(
    selector: DocumentSelector,
    provider: OnTypeFormattingEditProvider,
    firstTriggerCharacter: string,
    ...moreTriggerCharacter: string[]
  ): Disposable;
  function registerRenameProvider(selector: DocumentSelector, provider: RenameProvider): Disposable;
  function registerSignatureHelpProvider(
    selector: DocumentSelector,
    provider: SignatureHelpProvider,
    ...triggerCharacters: string[]
  ): Disposable;
  function registerDocumentLinkProvider(
    selector: DocumentSelector,
    provider: DocumentLinkProvider,
  ): Disposable;
  function registerColorProvider(
    selector: DocumentSelector,
    provider: DocumentColorProvider,
  ): Disposable;
  function registerFoldingRangeProvider(
    selector: DocumentSelector,
    provider: FoldingRangeProvider,
  ): Disposable;
  function registerSelectionRangeProvider(
    selector: DocumentSelector,
    provider: SelectionRangeProvider,
  ): Disposable;
  function registerInlayHintsProvider(
    selector: DocumentSelector,
    provider: InlayHintsProvider,
  ): Disposable;
  function registerDocumentSemanticTokensProvider(
    selector: DocumentSelector,
    provider: DocumentSemanticTokensProvider,
    legend: SemanticTokensLegend,
  ): Disposable;
}

export interface LanguageConfiguration {
  comments?: { lineComment?: string; blockComment?: [string, string] };
  brackets?: [string, string][];
  wordPattern?: RegExp;
  indentationRules?: { decreaseIndentPattern: RegExp; increaseIndentPattern: RegExp };
  onEnterRules?: {
    beforeText: RegExp;
    afterText?: RegExp;
    action: { indentAction: IndentAction; appendText?: string; removeText?: number };
  }[];
  autoClosingPairs?: { open: string; close: string; notIn?: SyntaxTokenType[] }[];
}
export declare enum IndentAction {
  None = 0,
  Indent = 1,
  IndentOutdent = 2,
  Outdent = 3,
}
export declare enum SyntaxTokenType {
  Other = 0,
  Comment = 1,
  String = 2,
  RegEx = 3,
}

export declare enum DiagnosticSeverity {
  Error = 0,
  Warning = 1,
  Information = 2,
  Hint = 3,
}
export declare enum DiagnosticTag {
  Unnecessary = 1,
  Deprecated = 2,
}
export declare class DiagnosticRelatedInformation {
  location: Location;
  message: string;
  constructor(location: Location, message: string);
}
export declare class Diagnostic {
  range: Range;
  message: string;
  severity: DiagnosticSeverity;
  source?: string;
  code?: string | number | { value: string | number; target: Uri };
  relatedInformation?: DiagnosticRelatedInformation[];
  tags?: DiagnosticTag[];
  constructor(range: Range, message: string, severity?: DiagnosticSeverity);
}
export interface DiagnosticCollection {
  readonly name: string;
  set(uri: Uri, diagnostics: readonly Diagnostic[] | undefined): void;
  set(entries: readonly [Uri, readonly Diagnostic[] | undefined][]): void;
  get(uri: Uri): readonly Diagnostic[] | undefined;
  has(uri: Uri): boolean;
  delete(uri: Uri): void;
  clear(): void;
  forEach(
    callback: (
      uri: Uri,
      diagnostics: readonly Diagnostic[],
      collection: DiagnosticCollection,
    ) => unknown,
  ): void;
  dispose(): void;
}

export declare enum CompletionItemKind {
  Text = 0,
  Method = 1,
  Function = 2,
  Constructor = 3,
  Field = 4,
  Variable = 5,
  Class = 6,
  Interface = 7,
  Module = 8,
  Property = 9,
  Unit = 10,
  Value = 11,
  Enum = 12,
  Keyword = 13,
  Snippet = 14,
  Color = 15,
  File = 16,
  Reference = 17,
  Folder = 18,
  EnumMember = 19,
  Constant = 20,
  Struct = 21,
  Event = 22,
  Operator = 23,
  TypeParameter = 24,
}
export interface CompletionItemLabel {
  label: string;
  detail?: string;
  description?: string;
}
export declare class CompletionItem {
  label: string | CompletionItemLabel;
  kind?: CompletionItemKind;
  tags?: readonly CompletionItemTag[];
  detail?: string;
  documentation?: string | MarkdownString;
  sortText?: string;
  filterText?: string;
  preselect?: boolean;
  insertText?: string | SnippetString;
  range?: Range | { inserting: Range; replacing: Range };
  commitCharacters?: string[];
  additionalTextEdits?: TextEdit[];
  command?: Command;
  constructor(label: string | CompletionItemLabel, kind?: CompletionItemKind);
}
export declare enum CompletionItemTag {
  Deprecated = 1,
}
export declare class CompletionList<T extends CompletionItem = CompletionItem> {
  isIncomplete?: boolean;
  items: T[];
  constructor(items?: T[], isIncomplete?: boolean);
}
export declare enum CompletionTriggerKind {
  Invoke = 0,
  TriggerCharacter = 1,
  TriggerForIncompleteCompletions = 2,
}
export interface CompletionContext {
  readonly triggerKind: CompletionTriggerKind;
  readonly triggerCharacter: string | undefined;
}
export interface CompletionItemProvider<T extends CompletionItem = CompletionItem> {
  provideCompletionItems(
    document: TextDocument,
    position: Position,
    token: CancellationToken,
    context: CompletionContext,
  ): ProviderResult<T[] | CompletionList<T>>;
  resolveCompletionItem?(item: T, token: CancellationToken): ProviderResult<T>;
}
export declare class InlineCompletionItem {
  insertText: string | SnippetString;
  range?: Range;
  constructor(insertText: string | SnippetString, range?: Range);
}
export interface InlineCompletionItemProvider {
  provideInlineCompletionItems(
    document: TextDocument,
    position: Position,
    context: unknown,
    token: CancellationToken,
  ): ProviderResult<InlineCompletionItem[] | { items: InlineCompletionItem[] }>;
}

export declare class Hover {
  contents: (MarkdownString | MarkedString)[];
  range?: Range;
  constructor(
    contents: MarkdownString | MarkedString | (MarkdownString | MarkedString)[],
    range?: Range,
  );
}
export interface HoverProvider {
  provideHover(
    document: TextDocument,
    position: Position,
    token: CancellationToken,
  ): ProviderResult<Hover>;
}
export interface DefinitionProvider {
  provideDefinition(
    document: TextDocument,
    position: Position,
    token: CancellationToken,
  ): ProviderResult<Definition | LocationLink[]>;
}
export interface ReferenceProvider {
  provideReferences(
    document: TextDocument,
    position: Position,
    context: { readonly includeDeclaration: boolean },
    token: CancellationToken,
  ): ProviderResult<Location[]>;
}
export declare enum DocumentHighlightKind {
  Text = 0,
  Read = 1,
  Write = 2,
}
export declare class DocumentHighlight {
  range: Range;
  kind?: DocumentHighlightKind;
  constructor(range: Range, kind?: DocumentHighlightKind);
}
export interface DocumentHighlightProvider {
  provideDocumentHighlights(
    document: TextDocument,
    position: Position,
    token: CancellationToken,
  ): ProviderResult<DocumentHighlight[]>;
}

export declare enum SymbolKind {
  File = 0,
  Module = 1,
  Namespace = 2,
  Package = 3,
  Class = 4,
  Method = 5,
  Property = 6,
  Field = 7,
  Constructor = 8,
  Enum = 9,
  Interface = 10,
  Function = 11,
  Variable = 12,
  Constant = 13,
  String = 14,
  Number = 15,
  Boolean = 16,
  Array = 17,
  Object = 18,
  Key = 19,
  Null = 20,
  EnumMember = 21,
  Struct = 22,
  Event = 23,
  Operator = 24,
  TypeParameter = 25,
}
export declare class SymbolInformation {
  name: string;
  containerName: string;
  kind: SymbolKind;
  location: Location;
  constructor(name: string, kind: SymbolKind, containerName: string, location: Location);
}
export declare class DocumentSymbol {
  name: string;
  detail: string;
  kind: SymbolKind;
  range: Range;
  selectionRange: Range;
  children: DocumentSymbol[];
  constructor(name: string, detail: string, kind: SymbolKind, range: Range, selectionRange: Range);
}
export interface DocumentSymbolProvider {
  provideDocumentSymbols(
    document: TextDocument,
    token: CancellationToken,
  ): ProviderResult<SymbolInformation[] | DocumentSymbol[]>;
}
export interface WorkspaceSymbolProvider {
  provideWorkspaceSymbols(
    query: string,
    token: CancellationToken,
  ): ProviderResult<SymbolInformation[]>;
}

export declare class CodeActionKind {
  static readonly Empty: CodeActionKind;
  static readonly QuickFix: CodeActionKind;
  static readonly Refactor: CodeActionKind;
  static readonly RefactorExtract: CodeActionKind;
  static readonly RefactorInline: CodeActionKind;
  static readonly RefactorRewrite: CodeActionKind;
  static readonly Source: CodeActionKind;
  static readonly SourceOrganizeImports: CodeActionKind;
  static readonly SourceFixAll: CodeActionKind;
  readonly value: string;
  append(parts: string): CodeActionKind;
  contains(other: CodeActionKind): boolean;
}
export declare class CodeAction {
  title: string;
  edit?: WorkspaceEdit;
  diagnostics?: Diagnostic[];
  command?: Command;
  kind?: CodeActionKind;
  isPreferred?: boolean;
  disabled?: { readonly reason: string };
  constructor(title: string, kind?: CodeActionKind);
}
export interface CodeActionContext {
  readonly diagnostics: readonly Diagnostic[];
  readonly only: CodeActionKind | undefined;
}
export interface CodeActionProvider<T extends CodeAction = CodeAction> {
  provideCodeActions(
    document: TextDocument,
    range: Range | Selection,
    context: CodeActionContext,
    token: CancellationToken,
  ): ProviderResult<(Command | T)[]>;
  resolveCodeAction?(action: T, token: CancellationToken): ProviderResult<T>;
}
export declare class CodeLens {
  range: Range;
  command?: Command;
  readonly isResolved: boolean;
  constructor(range: Range, command?: Command);
}
export interface CodeLensProvider<T extends CodeLens = CodeLens> {
  onDidChangeCodeLenses?: Event<void>;
  provideCodeLenses(document: TextDocument, token: CancellationToken): ProviderResult<T[]>;
  resolveCodeLens?(codeLens: T, token: CancellationToken): ProviderResult<T>;
}

export interface FormattingOptions {
  tabSize: number;
  insertSpaces: boolean;
  [key: string]: boolean | number | string;
}
export interface DocumentFormattingEditProvider {
  provideDocumentFormattingEdits(
    document: TextDocument,
    options: FormattingOptions,
    token: CancellationToken,
  ): ProviderResult<TextEdit[]>;
}
export interface DocumentRangeFormattingEditProvider {
  provideDocumentRangeFormattingEdits(
    document: TextDocument,
    range: Range,
    options: FormattingOptions,
    token: CancellationToken,
  ): ProviderResult<TextEdit[]>;
}
export interface OnTypeFormattingEditProvider {
  provideOnTypeFormattingEdits(
    document: TextDocument,
    position: Position,
    typed: string,
    options: FormattingOptions,
    token: CancellationToken,
  ): ProviderResult<TextEdit[]>;
}
export interface RenameProvider {
  provideRenameEdits(
    document: TextDocument,
    position: Position,
    newName: string,
    token: CancellationToken,
  ): ProviderResult<WorkspaceEdit>;
  prepareRename?(
    document: TextDocument,
    position: Position,
    token: CancellationToken,
  ): ProviderResult<Range | { range: Range; placeholder: string }>;
}

export declare class ParameterInformation {
  label: string | [number, number];
  documentation?: string | MarkdownString;
  constructor(label: string | [number, number], documentation?: string | MarkdownString);
}
export declare class SignatureInformation {
  label: string;
  documentation?: string | MarkdownString;
  parameters: ParameterInformation[];
  activeParameter?: number;
  constructor(label: string, documentation?: string | MarkdownString);
}
export declare class SignatureHelp {
  signatures: SignatureInformation[];
  activeSignature: number;
  activeParameter: number;
}
export interface SignatureHelpProvider {
  provideSignatureHelp(
    document: TextDocument,
    position: Position,
    token: CancellationToken,
    context: unknown,
  ): ProviderResult<SignatureHelp>;
}
export declare class DocumentLink {
  range: Range;
  target?: Uri;
  tooltip?: string;
  constructor(range: Range, target?: Uri);
}
export interface DocumentLinkProvider<T extends DocumentLink = DocumentLink> {
  provideDocumentLinks(document: TextDocument, token: CancellationToken): ProviderResult<T[]>;
  resolveDocumentLink?(link: T, token: CancellationToken): ProviderResult<T>;
}
export declare class Color {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
  constructor(red: number, green: number, blue: number, alpha: number);
}
export declare class ColorInformation {
  range: Range;
  color: Color;
  constructor(range: Range, color: Color);
}
export declare class ColorPresentation {
  label: string;
  textEdit?: TextEdit;
  constructor(label: string);
}
export interface DocumentColorProvider {
  provideDocumentColors(
    document: TextDocument,
    token: CancellationToken,
  ): ProviderResult<ColorInformation[]>;
  provideColorPresentations(
    color: Color,
    context: { readonly document: TextDocument; readonly range: Range },
    token: CancellationToken,
  ): ProviderResult<ColorPresentation[]>;
}
export declare enum FoldingRangeKind {
  Comment = 1,
  Imports = 2,
  Region = 3,
}
export declare class FoldingRange {
  start: number;
  end: number;
  kind?: FoldingRangeKind;
  constructor(start: number, end: number, kind?: FoldingRangeKind);
}
export interface FoldingRangeProvider {
  provideFoldingRanges(
    document: TextDocument,
    context: unknown,
    token: CancellationToken,
  ): ProviderResult<FoldingRange[]>;
}
export declare class SelectionRange {
  range: Range;
  parent?: SelectionRange;
  constructor(range: Range, parent?: SelectionRange);
}
export interface SelectionRangeProvider {
  provideSelectionRanges(
    document: TextDocument,
    positions: readonly Position[],
    token: CancellationToken,
  ): ProviderResult<SelectionRange[]>;
}
export declare enum InlayHintKind {
  Type = 1,
  Parameter = 2,
}
export declare class InlayHint {
  position: Position;
  label: string;
  tooltip?: string | MarkdownString;
  kind?: InlayHintKind;
  paddingLeft?: boolean;
  paddingRight?: boolean;
  constructor(position: Position, label: string, kind?: InlayHintKind);
}
export interface InlayHintsProvider<T extends InlayHint = InlayHint> {
  onDidChangeInlayHints?: Event<void>;
  provideInlayHints(
    document: TextDocument,
    range: Range,
    token: CancellationToken,
  ): ProviderResult<T[]>;
}
export declare class SemanticTokensLegend {
  readonly tokenTypes: string[];
  readonly tokenModifiers: string[];
  constructor(tokenTypes: string[], tokenModifiers?: string[]);
}
export declare class SemanticTokens {
  readonly resultId: string | undefined;
  readonly data: Uint32Array;
  constructor(data: Uint32Array, resultId?: string);
}
export declare class SemanticTokensBuilder {
  constructor(legend?: SemanticTokensLegend);
  push(
    line: number,
    character: number,
    length: number,
    tokenType: number,
    tokenModifiers?: number,
  ): void;
  push(range: Range, tokenType: string, tokenModifiers?: readonly string[]): void;
  build(resultId?: string): SemanticTokens;
}
export interface DocumentSemanticTokensProvider {
  provideDocumentSemanticTokens(
    document: TextDocument,
    token: CancellationToken,
  ): ProviderResult<SemanticTokens>;
}
