import { RegistryError } from '@orchestra/core';
import type { AiSource, BundleResult, ChangedSources } from '@orchestra/sandbox';
import { createHash } from 'node:crypto';
import { inspect } from 'node:util';
import { concernsBuild } from '../sandbox/concerns-build.ts';
import type { FoundEngine } from '../sandbox/find-engine.ts';
import { type OpenedSandbox, openSandbox } from '../sandbox/open-sandbox.ts';
import { type RunnableProject, readRunnableProject } from '../sandbox/read-runnable-project.ts';
import { comparePermissions } from '../permissions/compare-permissions.ts';
import { BackgroundCheck } from './background-check.ts';
import { faultOfError, faultOfProblem, faultsOfBundle } from './describe-fault.ts';
import type { DevEventOf, DevFault } from './dev-event.ts';
import { DevHost, type DevHostOptions } from './dev-host.ts';
import { EntryBundle } from './entry-bundle.ts';
import { StartedBundles } from './started-bundles.ts';
import type { DevUi } from './dev-ui.ts';
import type { DevVscode } from './vscode/dev-vscode.ts';
import { readSelection } from './views/dev-views.ts';

/** What a session of `dev` works on. */
export interface DevSessionOptions extends DevHostOptions {
  dataFolder: string;
  env: Readonly<Record<string, string | undefined>>;
  allowLocalNetwork: boolean;
  ai: AiSource;
  /** Told of what a bundle was made of, relative to the folder. */
  onFiles(files: readonly string[]): void;
  /** Shows that a command runs, until that is ended. */
  showRunning(command: string): Disposable;
  /** Waits until no file changes for some milliseconds. */
  untilQuiet(quietMs: number): Promise<void>;
}

/** A sandbox counts its builds from 1; a session goes on counting where one takes the place of another. */
interface CountedSandbox extends OpenedSandbox {
  toBuild(build: number): number;
}

type Cause = DevEventOf<'ready'>['cause'];

/** What asks for a build: when, in milliseconds since 1970, and one of the same files that was begun. */
interface Save {
  savedAt: number;
  begun?: Promise<BundleResult> | null;
}

/** Why a build doesn't run. */
type Failure = Pick<DevEventOf<'build-failed'>, 'stage' | 'faults'>;

const maxValue = 2_000;
/** For how long nothing may change before a fault is told: it may be of files that are half written. Milliseconds. */
const quietMs = 200;

/** An extension that is built, run, and built again while it runs. */
export class DevSession {
  readonly #options: DevSessionOptions;
  readonly #host: DevHost;
  #project: RunnableProject | null = null;
  readonly #bundle: EntryBundle;
  readonly #started: StartedBundles;
  #opened: CountedSandbox | null = null;
  #lastBuild = 0;
  #files: ReadonlySet<string> = new Set();
  #failed = false;
  #isLoading = false;
  #reloads: Promise<unknown> = Promise.resolve();
  readonly #check: BackgroundCheck;
  /** Files that changed, and are built from once what is under way has ended. */
  #waiting: { files: Set<string>; isAlone: boolean } | null = null;
  #nextChange = Promise.withResolvers<void>();
  #untold: Failure | null = null;
  #toldFault = '';
  /** Of the code that runs. */
  #loadedCode = '';
  /** What was run last: the view that is shown is of it. */
  #lastRun: { command: string; args: readonly string[] } | null = null;
  #shownFile: { path: string; at: { line?: number; column?: number } } | null = null;

  constructor(options: DevSessionOptions) {
    this.#options = options;
    this.#host = new DevHost(options);
    this.#bundle = new EntryBundle(options.engine, options.folder);
    this.#started = new StartedBundles(options.folder);
    this.#check = new BackgroundCheck({
      emit: options.emit,
      untilQuiet: () => options.untilQuiet(quietMs),
    });
  }

  /** What an extension for VS Code shows and offers. */
  get vscode(): DevVscode {
    return this.#host.vscode;
  }

  /** Which kinds of providers answer a question about a language. */
  get kindsOf(): FoundEngine['sandbox']['languageQuestions'] {
    return this.#options.engine.sandbox.languageQuestions;
  }

  /** The editor of the build that runs; null where none does. */
  get editor(): OpenedSandbox['services']['editor'] | null {
    return this.#opened?.services.editor ?? null;
  }

  get ui(): DevUi {
    return this.#host.ui;
  }

  /** Ends when no build is under way. */
  get settled(): Promise<unknown> {
    return this.#reloads;
  }

  get isRunning(): boolean {
    return this.#opened?.sandbox.isRunning === true;
  }

  /** Commands of package.json in order, then others that are registered. */
  get commands(): DevEventOf<'ready'>['commands'] {
    const registered = this.#opened?.sandbox.commands ?? [];
    const contributed = this.#project?.commands ?? [];
    const others = registered.filter((id) => !contributed.some((one) => one.id === id));
    return [
      ...contributed.map((one) => ({ ...one, registered: registered.includes(one.id) })),
      ...others.map((id) => ({ id, title: id, registered: true })),
    ];
  }

  /** Begins to bundle where files that change ask for it, before it is known that no others follow. */
  bundleAhead(files: ReadonlySet<string>): void {
    if (this.#isLoading || this.#failed || !this.isRunning || files.has('package.json')) return;
    if (concernsBuild(files, { sources: this.#files, hasFailed: false })) this.#bundle.begin();
  }

  /**
   * Builds again where files that changed ask for it, once what is under way has ended: only then it is known
   * what the last build was made of.
   *
   * @returns whether another build runs now
   */
  async loadChanged({ files, savedAt, isAsBegun }: ChangedSources): Promise<boolean> {
    const begun = this.#bundle.takeBegun();
    this.#nextChange.resolve();
    if (this.#waiting !== null) {
      for (const file of files) this.#waiting.files.add(file);
      this.#waiting.isAlone = false;
      return false; // built from with those that wait
    }
    const waiting = { files: new Set(files), isAlone: true };
    this.#waiting = waiting;
    await this.#reloads;
    this.#waiting = null;
    if (!concernsBuild(waiting.files, { sources: this.#files, hasFailed: this.#failed })) {
      this.#tellFailed();
      return false;
    }
    const cause = waiting.files.has('package.json') || !this.isRunning ? 'manifest' : 'save';
    return this.load(cause, { savedAt, begun: isAsBegun && waiting.isAlone ? begun : null });
  }

  /** Builds and starts what is on disk; the build before goes on where that fails. Tells of either. */
  load(cause: Cause, save: Save = { savedAt: Date.now() }): Promise<boolean> {
    const loaded = this.#reloads.then(async () => {
      this.#isLoading = true;
      this.#nextChange = Promise.withResolvers();
      this.#check.drop();
      this.#untold = await this.#load(cause, save).finally(() => (this.#isLoading = false));
      this.#failed = this.#untold !== null;
      if (!this.#failed) {
        if (this.#project !== null) this.#check.begin(this.#project);
        return true;
      }
      if (cause !== 'start') {
        await Promise.race([this.#options.untilQuiet(quietMs), this.#nextChange.promise]);
      }
      if (this.#waiting === null) this.#tellFailed(); // else it is built again, and most likely not of this fault
      return false;
    });
    this.#reloads = loaded.catch(() => undefined);
    return loaded;
  }

  /** @returns null once it runs, or runs already */
  async #load(cause: Cause, { savedAt, begun = null }: Save): Promise<Failure | null> {
    const before = this.#project;
    const project = await this.#readProject(cause);
    if ('faults' in project) return project;
    const isSame = before !== null && gateOf(before) === gateOf(project);
    const kept = isSame ? this.#opened : null;
    const starting = this.#started.build(project.plan);
    starting.catch(() => undefined); // told where it is awaited
    const { built, opened } = await this.#makeReady(project, kept, begun);
    const started = await starting;
    if (!built.ok || 'faults' in started) {
      if (opened !== kept) await opened.close();
      const faults = 'faults' in started ? started.faults : [];
      return { stage: 'bundle', faults: [...(built.ok ? [] : faultsOfBundle(built)), ...faults] };
    }
    const files = [...built.files, ...started.files];
    this.#files = new Set(files);
    this.#options.onFiles(files);
    const key = digestOf(built.code) + started.digest;
    const isSaved = cause === 'save' || cause === 'manifest';
    if (isSaved && isSame && !this.#failed && key === this.#loadedCode) {
      this.#project = project; // what isn't run of it is checked
      return null;
    }
    const replaced = opened === this.#opened ? null : this.#opened;
    const onRunning = () => {
      this.#project = project;
      this.#opened = opened;
      this.#loadedCode = key;
      this.#toldFault = '';
      this.#options.emit({
        type: 'ready',
        build: opened.toBuild(opened.sandbox.build),
        cause,
        durationMs: Math.max(0, Math.round(Date.now() - savedAt)),
        commands: this.commands,
      });
    };
    try {
      await opened.sandbox.load(built.code, onRunning);
    } catch (error) {
      const fault = await this.#faultOf(error);
      if (opened !== this.#opened) await opened.close();
      return { stage: 'load', faults: [fault] };
    }
    await replaced?.close();
    return null;
  }

  /** Bundles the code, and beside it opens a sandbox where none can be kept. */
  async #makeReady(
    project: RunnableProject,
    kept: CountedSandbox | null,
    begun: Promise<BundleResult> | null,
  ) {
    const [building, opening] = await Promise.allSettled([
      begun ?? this.#bundle.build(project),
      kept ?? this.#open(project),
    ]);
    if (opening.status === 'rejected') throw opening.reason;
    const opened = opening.value;
    if (building.status === 'fulfilled') return { built: building.value, opened };
    if (opened !== kept) await opened.close();
    throw building.reason;
  }

  /** @throws RegistryError at the start, where there is nothing that could go on */
  async #readProject(cause: Cause): Promise<RunnableProject | Failure> {
    // what failed may be of another manifest than what runs
    if (cause === 'save' && this.#project !== null && !this.#failed) return this.#project;
    try {
      return await readRunnableProject(this.#options.folder);
    } catch (error) {
      if (cause === 'start' || !(error instanceof RegistryError)) throw error;
      const problems = error.problems.filter(({ severity }) => severity === 'error');
      const { message, hint } = error;
      const whole = { message, place: 'package.json', ...(hint !== undefined && { hint }) };
      const faults = problems.length === 0 ? [whole] : problems.map(faultOfProblem);
      return { stage: 'manifest', faults };
    }
  }

  #faultOf(error: unknown): Promise<DevFault> {
    const { folder, engine } = this.#options;
    return faultOfError(error, { folder, causes: engine.sandbox.causesOf(error) });
  }

  #tellFailed(): void {
    if (this.#untold === null) return;
    const { stage, faults } = this.#untold;
    this.#untold = null;
    const told = JSON.stringify([stage, faults]);
    if (told === this.#toldFault) return; // one save may be seen twice
    this.#toldFault = told;
    this.#options.emit({ type: 'build-failed', stage, faults, goesOn: this.isRunning });
  }

  async #open(project: RunnableProject): Promise<CountedSandbox> {
    const options = this.#options;
    const base = this.#lastBuild;
    const toBuild = (build: number) => {
      this.#lastBuild = Math.max(this.#lastBuild, base + build);
      return base + build;
    };
    const opened = await openSandbox({
      ...options,
      ...this.#host.parts,
      project,
      mode: 'development',
      listener: this.#host.listen(toBuild),
    });
    opened.sandbox.prepare();
    this.#host.selection = () => readSelection(opened.services);
    await this.#showFile(opened, base + 1);
    return { ...opened, toBuild };
  }

  /** Opens what a person had open. */
  async #showFile({ services }: OpenedSandbox, build: number): Promise<void> {
    if (this.#shownFile === null) return;
    const { path, at } = this.#shownFile;
    try {
      await services.editor.open(path, at);
    } catch (error) {
      this.#shownFile = null;
      const text = `${path} is not open in the editor: ${error instanceof Error ? error.message : String(error)}`;
      this.#host.tellLog({ build, level: 'warn', text, place: null });
    }
  }

  /**
   * Opens a file of the workspace in the editor, as a person would.
   *
   * @param at from 1
   * @throws ServiceError
   */
  async openFile(path: string, at: { line?: number; column?: number }): Promise<void> {
    this.#shownFile = { path, at };
    await this.#opened?.services.editor.open(path, at);
  }

  /**
   * Changes a setting, as a person would.
   *
   * @throws ServiceError `invalid-setting`
   */
  async set(key: string, value: unknown): Promise<void> {
    await this.#opened?.services.settings.set(key, value, 'user');
  }

  /** The command whose view is shown, with its arguments; null where none is. */
  get shownCommand(): { command: string; args: readonly string[] } | null {
    return this.#host.isViewOpen ? this.#lastRun : null;
  }

  /** Runs a command, and tells of its result. @returns whether it ended well */
  async run(command: string, args: readonly string[] = []): Promise<boolean> {
    const start = performance.now();
    const took = () => Math.round(performance.now() - start);
    const { emit } = this.#options;
    this.#lastRun = { command, args };
    using running = this.#options.showRunning(command);
    try {
      if (this.#opened === null) throw new Error('The extension does not run.');
      const value = await this.#runIn(this.#opened, command, [...args]);
      const text =
        value === undefined ? {} : { value: inspect(value, { depth: 4 }).slice(0, maxValue) };
      running[Symbol.dispose]();
      emit({ type: 'result', command, ok: true, durationMs: took(), ...text });
      return true;
    } catch (error) {
      const fault = await this.#faultOf(error);
      running[Symbol.dispose]();
      emit({ type: 'result', command, ok: false, durationMs: took(), fault });
      return false;
    }
  }

  /** Each command of Raycast begins anew, as in Raycast itself; those of others share what their modules hold. */
  async #runIn({ sandbox }: OpenedSandbox, command: string, args: string[]): Promise<unknown> {
    if (this.#project?.kind !== 'raycast') return sandbox.runCommand(command, args);
    const { ended } = await sandbox.launch(command, args);
    return ended;
  }

  /** Ends the extension, and compares what is declared, found and seen. */
  async close(): Promise<DevEventOf<'compared'> | null> {
    await this.#reloads;
    await this.#opened?.close();
    await this.#bundle.dispose();
    await this.#check.ended;
    if (this.#project === null) return null;
    return {
      type: 'compared',
      ...comparePermissions({
        declared: this.#project.manifest.permissions,
        analysis: this.#check.analysis,
        run: { seen: this.#host.seen, isComplete: false },
      }),
    };
  }
}

function digestOf({ code, map }: { code: string; map: string | null }): string {
  return createHash('sha256')
    .update(JSON.stringify([code, map]))
    .digest('hex');
}

/** What a sandbox is made for: it can't be changed afterwards. */
function gateOf({ manifest: { permissions }, contributes }: RunnableProject): string {
  return JSON.stringify([permissions, contributes]);
}
