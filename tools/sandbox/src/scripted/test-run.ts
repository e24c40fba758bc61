import { parseValue } from '@orchestra/core';
import { stripVTControlCharacters } from 'node:util';
import { type Static, Type } from 'typebox';
import type { Wall } from '../confine/find-wall.ts';
import { causesOf, tellCauses } from '../host/causes.ts';
import type { FirstEngine } from '../programs/start-first.ts';
import type { CallRecord } from '../host/call-record.ts';
import type { EngineFiles } from '../programs/bundle-engine.ts';
import { BuildError } from '../host/build-error.ts';
import type { LogLine } from '../host/console-log.ts';
import { Sandbox } from '../host/sandbox.ts';
import { type BuiltCode, type SourcePlace, SourcePlaces } from '../host/source-places.ts';
import { CausesSchema, type ExtensionKind } from '../protocol/messages.ts';
import { decodeValue } from '../protocol/wire-value.ts';
import { makeFolderServices } from '../services/folder-services.ts';
import type { ServiceEvents } from '../services/services.ts';
import { makeScriptedServices } from './scripted-services.ts';
import { LaunchedCommands } from './raycast/launched-commands.ts';
import { SeenRaycast } from './raycast/seen-raycast.ts';
import { SeenInterface } from './seen-interface.ts';
import { SeenVscode } from './seen-vscode.ts';
import { operateTest } from './test-operations.ts';
import { TestWorld } from './test-world.ts';

/** What the tests of a file run with. */
export interface TestRunOptions {
  engine: { files: EngineFiles; wall: Wall; first?: FirstEngine };
  code: BuiltCode;
  /** Of an extension for Raycast: each of its commands is run apart from the tests. */
  commandsCode: BuiltCode | null;
  /** Files whose calls are those of a test and not of the extension; relative to the folder. */
  testFile: string;
  extension: {
    folder: string;
    kind?: ExtensionKind;
    permissions: readonly string[];
    contributes: unknown;
  };
  allowNetwork: boolean;
  /** `PATH`, for git. */
  path: string | undefined;
  /** Ends what runs. */
  signal?: AbortSignal;
}

/** A test that a file declares. */
export interface ListedTest {
  name: string;
  isSkipped: boolean;
  isOnly: boolean;
  timeout?: number;
  place: SourcePlace | null;
}

/** Why a test failed. */
export interface TestFailure {
  name: string;
  message: string;
  /** With places of the sources; empty where there are none. */
  stack: string;
  place: SourcePlace | null;
  /** What is behind it, in words: `Caused by TypeError: it has no name, at src/main.ts:3:5`. */
  causes: readonly string[];
  /** Lines with `-` are expected, lines with `+` were received; null where nothing was compared. */
  diff: string | null;
}

/** What a test left behind, apart from its failure. */
export interface RunOutcome {
  failure: TestFailure | null;
  expectedRefusals: string[];
}

const ListedSchema = Type.Array(
  Type.Object({
    name: Type.String(),
    isSkipped: Type.Boolean(),
    isOnly: Type.Boolean(),
    timeout: Type.Optional(Type.Number()),
    at: Type.String(),
  }),
);

const OutcomeSchema = Type.Object({
  failure: Type.Union([
    Type.Null(),
    Type.Object({
      name: Type.String(),
      message: Type.String(),
      stack: Type.String(),
      diff: Type.Union([Type.String(), Type.Null()]),
      causes: CausesSchema,
    }),
  ]),
  expectedRefusals: Type.Array(Type.String()),
});

/** An isolate with the tests of a file and the extension, and a host of its own: for one test. */
export class TestRun {
  readonly calls: CallRecord[] = [];
  readonly logs: LogLine[] = [];
  readonly #options: TestRunOptions;
  readonly #places: SourcePlaces;
  readonly #world: TestWorld;
  readonly #stopped = Promise.withResolvers<never>();
  #sandbox: Sandbox | null = null;
  #raycast: LaunchedCommands | null = null;
  #closeServices: () => Promise<void> = () => Promise.resolve();

  private constructor(options: TestRunOptions, world: TestWorld) {
    this.#options = options;
    this.#places = new SourcePlaces(options.code);
    this.#world = world;
    this.#stopped.promise.catch(() => undefined); // told to whoever runs a test
    options.signal?.addEventListener('abort', this.#stop);
    if (options.signal?.aborted === true) this.#stop();
  }

  readonly #stop = () => this.#stopped.reject(new Error('It was stopped.'));

  /**
   * Starts an isolate and loads the code.
   *
   * @throws BuildError where the file of tests throws at its top, or never ends
   * @throws Error where it was stopped
   */
  static async open(options: TestRunOptions): Promise<TestRun> {
    const run = new TestRun(options, await TestWorld.make());
    try {
      await run.#start();
      return run;
    } catch (error) {
      await run.close();
      throw error;
    }
  }

  async #start(): Promise<void> {
    const { engine, code, extension } = this.#options;
    const relay: { to?: ServiceEvents } = {};
    const seen = new SeenInterface((api, call) => this.#ask(api, call));
    const vscode = new SeenVscode();
    const shown = new SeenRaycast((api, call) => this.#ask(api, call));
    const { commandsCode } = this.#options;
    const raycast =
      commandsCode === null
        ? null
        : new LaunchedCommands({ seen: shown, sandbox: () => this.#sandbox, code: commandsCode });
    this.#raycast = raycast;
    const folder = await this.#makeFolderServices(seen, relay);
    this.#closeServices = folder.close;
    const services = makeScriptedServices({
      folder,
      seen,
      vscode,
      raycast: shown,
      ask: (api, call) => this.#ask(api, call),
      allowNetwork: this.#options.allowNetwork,
      operate: (name, args) =>
        operateTest(name, args, {
          world: this.#world,
          services: folder,
          seen,
          vscode,
          raycast,
          calls: this.calls,
          path: this.#options.path,
        }),
      ownCommands: () => this.#ownCommands(),
    });
    const { paths } = folder;
    this.#sandbox = new Sandbox({
      files: engine.files,
      wall: engine.wall,
      ...(engine.first !== undefined && { takeStarted: engine.first.take }),
      extension: {
        ...(extension.kind !== undefined && { kind: extension.kind }),
        permissions: extension.permissions,
        paths: {
          extensionPath: paths.extension,
          storagePath: paths.storage,
          globalStoragePath: paths.globalStorage,
        },
        mode: 'test',
      },
      makeServices: (events) => {
        relay.to = events;
        return services;
      },
      limits: { restarts: 0, callRecords: 100_000 }, // tests ask for all of them
      listener: {
        onCall: (record) => this.#note(record),
        onLog: (line) => this.logs.push(line),
        onStopped: (error) => this.#stopped.reject(error),
      },
    });
    await Promise.race([this.#sandbox.load(code), this.#stopped.promise]);
  }

  #makeFolderServices(seen: SeenInterface, relay: { to?: ServiceEvents }) {
    const { engine, extension, path } = this.#options;
    return makeFolderServices({
      extensionFolder: extension.folder,
      workspace: this.#world.workspace,
      dataFolder: this.#world.data,
      contributes: extension.contributes,
      env: this.#world.env(path),
      network: { allowLocalNetwork: true }, // asked only where a person has allowed it
      servers: {
        findWall: () => Promise.resolve(engine.wall),
        node: engine.files.node,
        permissions: extension.permissions,
      },
      ai: { kind: 'none' },
      ui: seen.ui,
      commands: { execute: () => Promise.resolve(undefined), getAll: () => Promise.resolve([]) },
      askProgram: () => Promise.resolve(false), // programs are answered by the test
      onTerminalOutput: () => undefined,
      events: {
        onSettingsChanged: (keys) => relay.to?.onSettingsChanged(keys),
        onSecretChanged: (key) => relay.to?.onSecretChanged(key),
        onEditorChanged: () => relay.to?.onEditorChanged(),
        onDocumentChanged: (changed) => relay.to?.onDocumentChanged(changed),
      },
    });
  }

  /** Keeps what the extension called: neither what the tests call, nor what the module for tests needs. */
  #note(record: CallRecord): void {
    if (record.place?.file === this.#options.testFile) return;
    if (isOwnCall(record) || isOfRaycast.has(record.api)) return;
    this.calls.push(record);
  }

  #ownCommands(): string[] {
    const commands = this.#sandbox?.commands ?? [];
    return commands.filter((id) => !id.startsWith(ownPrefix));
  }

  async #ask(api: string, call: Record<string, unknown>): Promise<{ value: unknown } | null> {
    const answer: unknown = await this.#run('answer', [api, call]);
    return Array.isArray(answer) ? { value: answer[0] } : null;
  }

  async #run(command: string, args: unknown[]): Promise<unknown> {
    if (this.#sandbox === null) throw new Error('It does not run yet.');
    return Promise.race([
      this.#sandbox.runCommand(`${ownPrefix}${command}`, args),
      this.#stopped.promise,
    ]);
  }

  /** The tests of the file, in order. */
  async list(): Promise<ListedTest[]> {
    const parsed = parseValue(ListedSchema, await this.#run('list', []));
    if (!parsed.ok) throw new TypeError('The file of tests broke the module for tests.');
    return parsed.value.map(({ at, ...listed }) => ({ ...listed, place: this.#places.find(at) }));
  }

  /** Runs one test. What goes wrong is in the outcome. */
  async run(index: number, timeoutMs: number): Promise<RunOutcome> {
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(() => {
      late.reject(new Error(`It did not end within ${timeoutMs} ms.`));
    }, timeoutMs);
    try {
      const told = await Promise.race([this.#run('run', [index]), late.promise]);
      const parsed = parseValue(OutcomeSchema, told);
      if (!parsed.ok) throw new TypeError('The test broke the module for tests.');
      const { failure, expectedRefusals } = parsed.value;
      return { failure: failure === null ? null : this.#locate(failure), expectedRefusals };
    } catch (error) {
      return { failure: explainFailure(error), expectedRefusals: [] };
    } finally {
      clearTimeout(timer);
    }
  }

  #locate(failure: NonNullable<Static<typeof OutcomeSchema>['failure']>): TestFailure {
    const { stack, message, diff, causes } = failure;
    const call = this.calls.findLast(({ error }) => error === message);
    const ofCommand = firstPlace(this.#raycast?.stacks.get(message) ?? '');
    return {
      ...failure,
      stack: this.#places.rewrite(stack),
      causes: tellCauses(causes, this.#places),
      place: this.#places.find(stack) ?? call?.place ?? ofCommand,
      diff: diff === null ? null : stripVTControlCharacters(diff),
    };
  }

  /** Ends the isolate, and removes the folders of the test. */
  async close(): Promise<void> {
    this.#options.signal?.removeEventListener('abort', this.#stop);
    await this.#sandbox?.close();
    await this.#closeServices();
    await this.#world.remove();
  }
}

/** What a test failed by that never told of it itself. */
export function explainFailure(error: unknown): TestFailure {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const stack = error instanceof BuildError ? (error.stack ?? '') : '';
  return { name, message, stack, place: firstPlace(stack), causes: causesOf(error), diff: null };
}

const ownPrefix = 'orchestra.test.';

/** How commands and views of Raycast are told to the host: no author calls them so. */
const isOfRaycast: ReadonlySet<string> = new Set(['render']);

function isOwnCall({ api, args }: CallRecord): boolean {
  if (api !== 'commands.register' && api !== 'commands.execute') return false;
  const decoded = decodeValue(args);
  return Array.isArray(decoded) && String(decoded[0]).startsWith(ownPrefix);
}

/** The first place of a stack that has places of the sources already. */
function firstPlace(stack: string): SourcePlace | null {
  const [, file, line, column] = /^ +at (?:.* \()?([^\s()]+):(\d+):(\d+)\)?$/m.exec(stack) ?? [];
  return file === undefined ? null : { file, line: Number(line), column: Number(column) };
}
