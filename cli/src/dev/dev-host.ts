import type {
  CallRecord,
  LogLine,
  SandboxListener,
  SourcePlace,
  WebviewView,
} from '@orchestra/sandbox';
import type { FoundEngine } from '../sandbox/find-engine.ts';
import type { OpenSandboxOptions } from '../sandbox/open-sandbox.ts';
import { faultOfError } from './describe-fault.ts';
import type { DevEvent, DevEventOf } from './dev-event.ts';
import { type Asker, type DevUi, makeDevUi } from './dev-ui.ts';
import { savePage } from './save-page.ts';
import { DevVscode } from './vscode/dev-vscode.ts';
import { DevViews } from './views/dev-views.ts';
import type { ViewTerminal } from './views/view-terminal.ts';

/** What an author is to an extension: told of what it does, and asked what it asks. */
export interface DevHostOptions {
  /** Absolute path of the project. */
  folder: string;
  /** Absolute path of the folder that is open. */
  workspace: string;
  engine: FoundEngine;
  /** Null where there is nobody to ask. */
  asker: Asker | null;
  /** Null where there is no terminal. */
  viewTerminal: ViewTerminal | null;
  /** Lets programs run without asking. */
  mayRunPrograms: boolean;
  emit(event: DevEvent): void;
}

/** The side of a sandbox that an author sees, for all builds of a session. */
export class DevHost {
  readonly #options: DevHostOptions;
  readonly #seen = new Map<string, string | null>();
  readonly ui: DevUi;
  readonly #views: DevViews;
  /** What extensions for VS Code show and offer. */
  readonly vscode: DevVscode;
  /** What is selected in the editor; null where nothing is. */
  selection: () => { path: string; text: string } | null = () => null;
  /** Pages that are being written: the last one is what stays. */
  #pages: Promise<void> = Promise.resolve();

  constructor(options: DevHostOptions) {
    this.#options = options;
    this.#views = new DevViews({
      ...options,
      terminal: options.viewTerminal,
      selection: () => this.selection(),
      makeError: (message) => new options.engine.sandbox.ServiceError('not-found', message),
    });
    this.vscode = new DevVscode(options);
    this.ui = makeDevUi({
      ...options,
      showPage: (page) => this.#showInOrder(page),
      moreClickable: () => this.#views.clickable(),
    });
  }

  /** The first place that used each permission, also where it was refused; null where none is known. */
  get seen(): ReadonlyMap<string, string | null> {
    return this.#seen;
  }

  /** Whether the view of a command is shown. */
  get isViewOpen(): boolean {
    return this.#views.isOpen;
  }

  /** What a sandbox is opened with. */
  get parts(): Pick<
    OpenSandboxOptions,
    'ui' | 'views' | 'vscode' | 'commands' | 'askProgram' | 'onTerminalOutput'
  > {
    const { emit, engine } = this.#options;
    return {
      ui: this.ui.service,
      views: this.#views.service,
      vscode: this.vscode.service,
      commands: {
        getAll: () => Promise.resolve([]),
        execute: (id) =>
          Promise.reject(
            new engine.sandbox.ServiceError('not-found', `There is no command '${id}' in dev`),
          ),
      },
      askProgram: ({ command, args, cwd }) => this.#askProgram([command, ...args].join(' '), cwd),
      onTerminalOutput: ({ name }, text) =>
        emit({
          type: 'shown',
          what: 'terminal',
          text: `${name}: ${text.trimEnd()}`,
        }),
    };
  }

  /** Tells of what happens in a sandbox. @param toBuild the number of a build in this session */
  listen(toBuild: (build: number) => number): SandboxListener {
    return {
      onCall: (record) => this.#tellCall(record, toBuild(record.build)),
      onLog: (line) => this.tellLog({ ...line, build: toBuild(line.build) }),
      onStopped: (error, goesOn) => {
        const stop = { build: toBuild(error.build), reason: error.reason, goesOn };
        void this.#tellStopped(error, stop);
      },
    };
  }

  tellLog({ build, level, text, place }: LogLine): void {
    const time = new Date().toISOString();
    this.#options.emit({ type: 'log', build, time, level, text, place: this.#show(place) });
    if (level === 'error') this.#views.tellError(text.split('\n', 1).join());
  }

  #tellCall(record: CallRecord, build: number): void {
    const place = this.#show(record.place);
    for (const permission of record.permissions ?? []) {
      if (!this.#seen.has(permission)) this.#seen.set(permission, place);
    }
    const { api, permissions, isAllowed, durationMs, error } = record;
    if (place === null && permissions?.length === 0) return; // of the app's own modules, and harmless
    this.#options.emit({
      type: 'call',
      build,
      time: new Date(record.startedAt).toISOString(),
      api,
      permissions: permissions === null ? null : [...permissions],
      isAllowed,
      place,
      durationMs,
      ...(error !== undefined && { error }),
    });
  }

  async #tellStopped(
    error: Error,
    stop: Pick<DevEventOf<'stopped'>, 'build' | 'reason' | 'goesOn'>,
  ): Promise<void> {
    const { message, place } = await faultOfError(error, { folder: this.#options.folder });
    this.#options.emit({ type: 'stopped', ...stop, message, place });
  }

  async #askProgram(line: string, cwd: string): Promise<boolean> {
    const { asker, emit, mayRunPrograms } = this.#options;
    const shown = { type: 'shown', what: 'program', text: `${line} (in ${cwd})` } as const;
    if (mayRunPrograms) {
      emit(shown);
      return true;
    }
    if (asker !== null) return asker.confirm(`It wants to run: ${line} (in ${cwd})`);
    emit({ ...shown, answer: 'refused' });
    return false;
  }

  #showInOrder(page: Pick<WebviewView, 'id' | 'title' | 'html'>): void {
    this.#pages = this.#pages.then(() => this.#showPage(page));
  }

  async #showPage(page: Pick<WebviewView, 'id' | 'title' | 'html'>): Promise<void> {
    const { emit, folder } = this.#options;
    const text = `${page.title} (${page.id})`;
    const saved = await savePage(folder, page).then(
      (file) => ({ text, file }),
      (error: unknown) => ({ text: `${text}: ${String(error)}` }),
    );
    emit({ type: 'shown', what: 'webview', ...saved });
  }

  #show(place: SourcePlace | null): string | null {
    return place === null ? null : this.#options.engine.sandbox.renderSourcePlace(place);
  }
}
