/**
 * What tests of an extension are written with: `orchestra ext test` runs each of them in an isolate of its own,
 * with the extension, against a host that answers what the test says.
 */

import type { ExtensionContext, QuickPickItem } from '@orchestra/api';

/** Runs before, in or after a test. */
export type TestBody = () => unknown;

export interface TestOptions {
  /** Milliseconds; 5000, or what `--timeout` says, where it is absent. */
  timeout?: number;
}

export interface DeclareGroup {
  (name: string, body: () => void): void;
  readonly skip: (name: string, body: () => void) => void;
  readonly only: (name: string, body: () => void) => void;
}

export interface DeclareTest {
  (name: string, body: TestBody, options?: TestOptions): void;
  readonly skip: (name: string, body: TestBody, options?: TestOptions) => void;
  readonly only: (name: string, body: TestBody, options?: TestOptions) => void;
  /** The same test for each of several values; `%s` in its name is the value. */
  readonly each: <T>(
    values: readonly T[],
  ) => (
    name: string,
    body: (...values: T extends readonly unknown[] ? T : [T]) => unknown,
    options?: TestOptions,
  ) => void;
}

/** Groups tests. */
export declare const describe: DeclareGroup;
/** Declares a test. */
export declare const test: DeclareTest;
/** The same as {@link test}. */
export declare const it: DeclareTest;
/** Runs before each test of its group. */
export declare function beforeEach(body: TestBody): void;
/** Runs after each test of its group, also after one that failed. */
export declare function afterEach(body: TestBody): void;

/** Says something of a value; the test fails where it isn't so. */
export interface Assertion<R = void> {
  readonly not: Assertion<R>;
  /** Of what a promise gives. */
  readonly resolves: Assertion<Promise<void>>;
  /** Of what a promise is rejected with. */
  readonly rejects: Assertion<Promise<void>>;
  /** The same value, as `Object.is` compares. */
  toBe(expected: unknown): R;
  /** The same content; members that are undefined don't count. */
  toEqual(expected: unknown): R;
  /** The same content and classes; members that are undefined count. */
  toStrictEqual(expected: unknown): R;
  toMatchObject(expected: object): R;
  toContain(item: unknown): R;
  toContainEqual(item: unknown): R;
  toMatch(expected: string | RegExp): R;
  toHaveLength(length: number): R;
  toHaveProperty(path: string | readonly (string | number)[], value?: unknown): R;
  toBeDefined(): R;
  toBeUndefined(): R;
  toBeNull(): R;
  toBeTruthy(): R;
  toBeFalsy(): R;
  toBeNaN(): R;
  toBeGreaterThan(expected: number | bigint): R;
  toBeGreaterThanOrEqual(expected: number | bigint): R;
  toBeLessThan(expected: number | bigint): R;
  toBeLessThanOrEqual(expected: number | bigint): R;
  toBeCloseTo(expected: number, digits?: number): R;
  toBeInstanceOf(constructor: unknown): R;
  toBeTypeOf(expected: string): R;
  toBeOneOf(expected: readonly unknown[]): R;
  toSatisfy(check: (value: never) => boolean): R;
  /** A function that throws, or with `rejects` a promise that is rejected. */
  toThrow(expected?: string | RegExp | Error | (new (...args: never[]) => Error)): R;
}

export interface Expect {
  (value: unknown, message?: string): Assertion;
  anything(): unknown;
  any(constructor: unknown): unknown;
  arrayContaining(items: readonly unknown[]): unknown;
  objectContaining(members: object): unknown;
  stringContaining(text: string): unknown;
  stringMatching(pattern: string | RegExp): unknown;
  closeTo(number: number, digits?: number): unknown;
}

/** Vitest's assertions. */
export declare const expect: Expect;

/** Loads the extension and calls its `activate`. @returns the context that it was given */
export declare function activate(): Promise<ExtensionContext>;
/** Calls `deactivate`, and disposes of the subscriptions. It happens by itself after each test. */
export declare function deactivate(): Promise<void>;
/** Runs a command as a person does, and activates the extension first where it isn't active. */
export declare function runCommand(id: string, ...args: unknown[]): Promise<unknown>;
/**
 * Of extensions for Raycast: launches a command as a person does, and waits until it has ended, or its view has come to
 * rest. Its modules are loaded anew. Throws what the command throws until then.
 */
export declare function launch(command: string, options?: LaunchOptions): Promise<void>;
/** Waits until something no longer throws, or gives something that isn't false. Milliseconds. */
export declare function waitFor<T>(
  check: () => T,
  options?: { timeout?: number; interval?: number },
): Promise<Awaited<T>>;

/** What the calls are that a test answers, and what it may answer: by member of the API. */
export interface Answers {
  /** A label, an index, several of them; undefined for a person who leaves the list. */
  'ui.showQuickPick': [QuickPickCall, PickAnswer];
  /** A text, or several that are typed until one is taken; undefined for a person who leaves the box. */
  'ui.showInputBox': [InputBoxCall, string | readonly string[] | undefined];
  /** An action. Without an answer, a notification is closed. */
  'ui.showNotification': [NotificationCall, string | undefined];
  /** Of Raycast: whether it is confirmed, or the title of a button. */
  confirmAlert: [AlertCall, boolean | string];
  /** Of Raycast. Without an answer, nothing is selected. */
  getSelectedText: [object, string];
  /** Of Raycast: paths. Without an answer, none are selected. */
  getSelectedFinderItems: [object, readonly string[]];
  'ai.chat': [ChatCall, string | { content: string; model?: string }];
  /** Pieces. */
  'ai.chatStream': [ChatCall, string | readonly string[]];
  'ai.embed': [{ texts: string[]; options: { model?: string } }, number[][]];
  /** Commands of the app. */
  'commands.execute': [{ id: string; args: unknown[] }, unknown];
  'commands.getAll': [object, string[]];
}

export type PickAnswer =
  | string
  | number
  | { label: string }
  | readonly (string | number | { label: string })[]
  | undefined;

export interface QuickPickCall {
  items: (QuickPickItem & { picked: boolean })[];
  title?: string;
  placeholder?: string;
  canPickMany: boolean;
  matchOnDescription: boolean;
}

export interface InputBoxCall {
  title?: string;
  prompt?: string;
  placeholder?: string;
  value?: string;
  password: boolean;
}

export interface NotificationCall {
  message: string;
  type: 'info' | 'warning' | 'error';
  actions: string[];
}

/** What an alert says, and its two buttons: the one that confirms is the first. */
export interface AlertCall {
  title: string;
  message: string;
  actions: [string, string];
}

export interface ChatCall {
  messages: { role: 'system' | 'user' | 'assistant'; content: string }[];
  options: { model?: string; temperature?: number; maxTokens?: number };
}

export interface ExecCall {
  command: string;
  args: string[];
  options: { cwd?: string; env?: Record<string, string>; input?: string; timeout?: number };
}

export type ExecAnswer = string | { exitCode?: number; stdout?: string; stderr?: string };

/** A call that the extension made. Those of the test itself don't count. */
export interface SeenCall {
  api: string;
  args: unknown[];
  /** False where the permission isn't declared. */
  isAllowed: boolean;
  permissions: string[] | null;
  /** `src/main.ts:12` */
  place?: string;
  /** What it threw. */
  error?: string;
}

export interface SeenStatusBarItem {
  text: string;
  tooltip?: string;
  command?: string;
  visible: boolean;
  alignment: 'left' | 'right';
  priority: number;
}

export interface SeenProgress {
  title: string;
  /** What was reported, in order. */
  steps: { title: string; message?: string; percent?: number }[];
  isOpen: boolean;
}

export interface SeenWebview {
  id: string;
  title: string;
  html: string;
  enableScripts: boolean;
  /** Messages that the extension sent to it. */
  received: unknown[];
  isOpen: boolean;
}

export interface SeenTerminal {
  name: string;
  cwd?: string;
  env?: Record<string, string>;
  /** What was typed; a line ends with `\n` where Enter was pressed. */
  sent: string[];
  isShown: boolean;
  isOpen: boolean;
}

export interface FixtureCommit {
  message: string;
  /** What it writes, by path. */
  files?: Record<string, string | Uint8Array>;
  /** `Ada <ada@tide.example>` */
  author?: string;
  /** ISO time. */
  date?: string;
}

export interface EditorRange {
  start: { line: number; column: number };
  end: { line: number; column: number };
}

/** What can be asked about a language. */
export type LanguageQuestion =
  | 'hover'
  | 'complete'
  | 'define'
  | 'references'
  | 'signature'
  | 'symbols'
  | 'lenses'
  | 'actions'
  | 'format'
  | 'rename';

/** A problem of a file. Line and column are from 1. */
export interface SeenProblem {
  /** Relative to the workspace. */
  file: string;
  line: number;
  column: number;
  severity: 'error' | 'warning' | 'info' | 'hint';
  message: string;
  source: string;
  code: string;
}

/** A line of a tree. */
export interface SeenLine {
  label: string;
  description: string;
  isOpen: boolean;
  children: SeenLine[];
}

/** What a command for Raycast is launched with. */
export interface LaunchOptions {
  /** By their names. */
  arguments?: Readonly<Record<string, string>>;
  /** Preferences of the command, and of the extension. */
  preferences?: Readonly<Record<string, unknown>>;
  launchContext?: Readonly<Record<string, unknown>>;
  launchType?: 'userInitiated' | 'background';
  fallbackText?: string;
}

/** A row of a list or a grid of Raycast. */
export interface SeenItem {
  id: string;
  title: string;
  subtitle: string;
  /** Texts at the end of the row. */
  accessories: string[];
  keywords: string[];
  /** Title of the section that it is in; empty where that has none. */
  section: string;
  /** Titles of its own actions. */
  actions: string[];
}

/** A field of a form of Raycast. */
export interface SeenField {
  id: string;
  /** `note` is a description. */
  kind:
    | 'text'
    | 'password'
    | 'text-area'
    | 'checkbox'
    | 'date'
    | 'dropdown'
    | 'tags'
    | 'files'
    | 'note';
  title: string;
  value: unknown;
  placeholder: string;
  error?: string;
  choices: SeenChoice[];
}

export interface SeenChoice {
  value: string;
  title: string;
}

export interface SeenAction {
  title: string;
  /** Title of the section or submenu that it is in; empty where there is none. */
  section: string;
  /** `cmd+shift+c`; empty where it has none. */
  shortcut: string;
  isDestructive: boolean;
}

/** The view on top, as a person sees it. */
export interface SeenView {
  /** A grid is a list, too; `nothing` where it renders nothing. */
  kind: 'list' | 'detail' | 'form' | 'nothing';
  /** `navigationTitle` */
  title: string;
  isLoading: boolean;
  /** How many views are below it. */
  depth: number;
  search?: { text: string; placeholder: string };
  /** Beside the search bar. */
  dropdown?: { title: string; value: string; choices: SeenChoice[] };
  /** Those that the search text leaves. */
  items: SeenItem[];
  /** Title of the item that is selected. */
  selected?: string;
  /** What a list without items shows. */
  empty?: { title: string; description: string };
  /** Of a detail, or of the item that is selected. */
  markdown?: string;
  metadata?: { title: string; text: string }[];
  fields: SeenField[];
  /** What can be done now: of the item that is selected, or of the view. */
  actions: SeenAction[];
}

/** A toast of Raycast. */
export interface SeenToast {
  style: 'SUCCESS' | 'FAILURE' | 'ANIMATED';
  title: string;
  message: string;
  /** Titles of its actions. */
  actions: string[];
  isShown: boolean;
}

/**
 * Of extensions for Raycast: the view of the command that was launched last, and what a person does with it. Each
 * waits until nothing happens any longer, for at most two seconds where a view goes on loading.
 */
export interface TestView {
  isOpen(): Promise<boolean>;
  read(): Promise<SeenView>;
  /** All of it as text, with `❯` before what is selected. */
  text(): Promise<string>;
  /** Types into the search bar, in place of what is there. */
  search(text: string): Promise<void>;
  /** Selects an item, by its title or id. */
  select(item: string): Promise<void>;
  /** Comes to the end of a list that has more to load. */
  loadMore(): Promise<void>;
  /** Chooses from the dropdown beside the search bar, by title or value. */
  choose(choice: string): Promise<void>;
  /** Titles of what can be done now; the first one on Enter. */
  actions(): Promise<string[]>;
  /** Does what an action does, by its title. @param date for `Action.PickDate` */
  act(title: string, date?: Date | null): Promise<void>;
  /** Fills in fields of a form, by their ids or titles: of dropdowns, a value or a title. */
  fill(values: Readonly<Record<string, unknown>>): Promise<void>;
  /** Submits a form, by its first action that does. */
  submit(): Promise<void>;
  /** Leaves what is on top, as Esc does. */
  back(): Promise<void>;
}

/** The app around the extension: what it answers, and what it has seen. Each test has one of its own. */
export interface TestHost {
  /** Values answer once each, in order; a function answers all that comes after them. */
  answer<K extends keyof Answers>(
    api: K,
    ...answers: (
      Answers[K][1] | ((call: Answers[K][0]) => Answers[K][1] | Promise<Answers[K][1]>)
    )[]
  ): void;
  /** Answers `ai.chat` and `ai.chatStream`: a text, or its pieces. */
  ai(
    ...answers: (string | readonly string[] | ((call: ChatCall) => string | readonly string[]))[]
  ): void;
  /**
   * Answers requests to an address: `*` in it stands for any text, and `GET ` before it for one method. A text
   * or a `Response` is the answer, a function gives one, and anything else is sent as JSON.
   */
  network(url: string | RegExp, response: unknown | ((request: Request) => unknown)): void;
  /** Answers for a program: by its name, or by name and arguments. */
  exec(
    command: string | RegExp,
    result: ExecAnswer | ((call: ExecCall) => ExecAnswer | Promise<ExecAnswer>),
  ): void;
  /** Says that calls of a member are to be refused: the test fails where none is. */
  expectRefused(api: string): void;

  /** Writes files into the workspace, which is a folder of this test; null removes one. */
  workspace(files: Record<string, string | Uint8Array | object | null>): Promise<void>;
  /** Makes the workspace a git repository, and adds commits to it. */
  git(commits: readonly FixtureCommit[]): Promise<void>;
  /** A file of the workspace; undefined where there is none. */
  readFile(path: string): Promise<string | undefined>;
  /** Files of the workspace. */
  files(): Promise<string[]>;

  /** Sets what `contributes.configuration` declares. */
  settings(values: Record<string, unknown>): Promise<void>;
  secrets(values: Record<string, string>): Promise<void>;
  storage(values: Record<string, unknown>): Promise<void>;

  /** Opens a file of the workspace in the editor. Line and column are from 1. */
  editor(path: string, at?: { line?: number; column?: number }): Promise<void>;
  /** Selects in the editor. Line and column are from 0. */
  select(range: EditorRange): Promise<void>;
  /** Types a text where the selection is. */
  type(text: string): Promise<void>;
  closeEditor(): Promise<void>;

  readonly clipboard: { read(): Promise<string>; write(text: string): Promise<void> };

  /** What the extension called so far: all, or one member of the API. */
  calls(api?: string): Promise<SeenCall[]>;
  notifications(): Promise<NotificationCall[]>;
  /** Texts that input boxes didn't take. */
  rejectedInputs(): Promise<{ text: string; message: string }[]>;
  /** Items that are visible. */
  statusBar(): Promise<SeenStatusBarItem[]>;
  /** Clicks an item of the status bar, by its text or a part of it. */
  click(text: string): Promise<void>;
  progress(): Promise<SeenProgress[]>;
  cancelProgress(title: string): Promise<void>;
  webviews(): Promise<SeenWebview[]>;
  /** Sends a message to the extension, as its page does. */
  sendFromWebview(id: string, message: unknown): Promise<void>;
  closeWebview(id: string): Promise<void>;
  /** Of extensions for VS Code: problems of files, of all collections. */
  problems(): Promise<SeenProblem[]>;
  /** Of extensions for VS Code: what each channel printed, by its name. */
  output(): Promise<Record<string, string>>;
  /** Of extensions for VS Code and Raycast: addresses and files that were handed to the system. */
  opened(): Promise<string[]>;
  /** Of extensions for VS Code: the lines of a tree that are shown, by the id of its view. */
  tree(view: string): Promise<SeenLine[]>;
  /** Opens or closes a line of a tree, or chooses it, by its label. */
  chooseLine(view: string, label: string): Promise<void>;
  /**
   * Of extensions for VS Code: what is answered about a language at the cursor of the open file, an answer for each
   * provider that has one.
   *
   * @param text the new name, of `rename`
   */
  language(question: LanguageQuestion, text?: string): Promise<unknown[]>;
  /** Of extensions for Raycast: sets preferences of the extension, or of a command. */
  preferences(values: Record<string, unknown>, command?: string): Promise<void>;
  /** Of extensions for Raycast: all toasts that were shown, in order, as they are now. */
  toasts(): Promise<SeenToast[]>;
  /** Does what a toast offers, by the title of its action. */
  actOnToast(title: string): Promise<void>;
  /** Of extensions for Raycast: what `showHUD` said. */
  huds(): Promise<string[]>;
  /** Of extensions for Raycast: texts that were pasted into the app in front. */
  pasted(): Promise<string[]>;
  /** Of extensions for Raycast: what `updateCommandMetadata` gave last, by command. */
  subtitles(): Promise<Record<string, string>>;
  /** `LocalStorage` of Raycast. */
  readonly localStorage: {
    read(): Promise<Record<string, string | number | boolean>>;
    write(values: Readonly<Record<string, string | number | boolean>>): Promise<void>;
  };
  /** `Cache` of Raycast, of a namespace or without one. */
  readonly cache: {
    read(namespace?: string): Promise<Record<string, string>>;
    write(values: Readonly<Record<string, string>>, namespace?: string): Promise<void>;
  };
  terminals(): Promise<SeenTerminal[]>;
  closeTerminal(name: string, exitCode?: number): Promise<void>;
}

export declare const host: TestHost;

/** See {@link TestView}. */
export declare const view: TestView;
