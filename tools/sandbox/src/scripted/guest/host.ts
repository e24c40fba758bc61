import { addAnswers, addProgram, addRoute } from './answers.ts';
import { askHost } from './orchestra.ts';

/** Members of the API whose calls the test expects to be refused. */
export const expectedRefusals: string[] = [];

/** The host of the test, as `cli/types/test/index.d.ts` describes it. */
export const host = {
  answer: (api: string, ...answers: unknown[]): void => addAnswers(api, answers),
  network: (pattern: string | RegExp, response: unknown): void => addRoute(pattern, response),
  exec: (command: string | RegExp, result: unknown): void => addProgram(command, result),
  ai(...answers: unknown[]): void {
    addAnswers('ai', answers);
  },
  expectRefused(api: string): void {
    expectedRefusals.push(api);
  },

  workspace: (files: object) => askHost('writeFiles', files),
  git: (commits: readonly object[]) => askHost('commit', commits),
  readFile: (path: string) => askHost('readFile', path),
  files: () => askHost('listFiles'),

  settings: (values: object) => askHost('setSettings', values),
  secrets: (values: object) => askHost('setSecrets', values),
  storage: (values: object) => askHost('setStorage', values),

  editor: (path: string, at: object = {}) => askHost('openEditor', path, at),
  select: (range: object) => askHost('select', range),
  type: (text: string) => askHost('type', text),
  closeEditor: () => askHost('closeEditor'),

  clipboard: {
    read: () => askHost('readClipboard'),
    write: (text: string) => askHost('writeClipboard', text),
  },

  calls: (api?: string) => askHost('listCalls', ...(api === undefined ? [] : [api])),
  notifications: () => askHost('listNotifications'),
  rejectedInputs: () => askHost('listRejectedInputs'),
  statusBar: () => askHost('listStatusBar'),
  click: (text: string) => askHost('click', text),
  progress: () => askHost('listProgress'),
  cancelProgress: (title: string) => askHost('cancelProgress', title),
  webviews: () => askHost('listWebviews'),
  sendFromWebview: (id: string, message: unknown) => askHost('sendFromWebview', id, message),
  closeWebview: (id: string) => askHost('closeWebview', id),
  problems: () => askHost('listProblems'),
  output: () => askHost('listOutput'),
  opened: () => askHost('listOpened'),
  tree: (view: string) => askHost('readTree', view),
  chooseLine: (view: string, label: string) => askHost('chooseLine', view, label),
  language: (question: string, text = '') => askHost('askLanguage', question, text),
  terminals: () => askHost('listTerminals'),
  preferences: (values: object, command?: string) =>
    askHost('setSettings', command === undefined ? values : withCommand(values, command)),
  toasts: () => askHost('listToasts'),
  actOnToast: (title: string) => askHost('actOnToast', title),
  huds: () => askHost('listHuds'),
  pasted: () => askHost('listPasted'),
  subtitles: () => askHost('listSubtitles'),
  localStorage: {
    read: () => askHost('readLocalStorage'),
    write: (values: object) => askHost('writeLocalStorage', values),
  },
  cache: {
    read: (namespace = '') => askHost('readCache', namespace),
    write: (values: object, namespace = '') => askHost('writeCache', namespace, values),
  },
  closeTerminal: (name: string, exitCode?: number) =>
    askHost('closeTerminal', name, ...(exitCode === undefined ? [] : [exitCode])),
};

/** Preferences of a command are settings that have the command before their name. */
function withCommand(values: object, command: string): object {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [`${command}.${name}`, value]),
  );
}
