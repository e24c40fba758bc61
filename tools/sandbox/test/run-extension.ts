import { makeFolder } from '@orchestra/testkit';
import * as esbuild from 'esbuild';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { bundleExtension, type BundleResult } from '../src/bundle/bundle-extension.ts';
import { findWall, type WallKind } from '../src/confine/find-wall.ts';
import type { BuildError } from '../src/host/build-error.ts';
import type { CallRecord } from '../src/host/call-record.ts';
import type { LogLine } from '../src/host/console-log.ts';
import { bundleEngine, type EngineFiles } from '../src/programs/bundle-engine.ts';
import { bundleNodeModules } from '../src/programs/bundle-node-modules.ts';
import { Sandbox } from '../src/host/sandbox.ts';
import type { ExtensionKind } from '../src/protocol/messages.ts';
import type { SandboxOptions } from '../src/host/sandbox-options.ts';
import type { HostServices, ServiceEvents } from '../src/services/services.ts';
import { recordServices } from './record-services.ts';

/** Times that a machine which is many times slower, or busy, stays below: for tests of anything but slowness. */
export const roomyLimits = { sliceMs: 20_000, activateMs: 20_000, pingMs: 20_000 } as const;

const cache = fileURLToPath(new URL('../../../node_modules/.cache/sandbox', import.meta.url));
let files: Promise<EngineFiles> | undefined;

/** The engine, bundled once for all tests of a process. */
export function engineFiles(): Promise<EngineFiles> {
  files ??= bundleEngine(cache);
  return files;
}

let nodeModules: Promise<Record<string, string>> | undefined;

/** The modules of Node for compatible kinds, bundled once for all tests of a process. */
export function bundledNodeModules(): Promise<Record<string, string>> {
  nodeModules ??= bundleNodeModules(cache);
  return nodeModules;
}

/** An extension in a sandbox, with all that a test may want to see. */
export interface RunningExtension {
  sandbox: Sandbox;
  calls: CallRecord[];
  logs: LogLine[];
  stops: { error: BuildError; goesOn: boolean }[];
  /** What services were asked, in order: `clipboard.writeText "a"`. */
  asked: string[];
  services: HostServices;
  events: ServiceEvents;
  /** Bundles other files in place of those of before, and loads them. */
  load(sources: Record<string, string>): Promise<void>;
}

export interface RunOptions {
  permissions?: readonly string[];
  services?: Partial<HostServices>;
  /** Where they differ from `roomyLimits`, and from the usual ones. */
  limits?: SandboxOptions['limits'];
  only?: WallKind;
  /** Whose API it is written for, and the modules of that. */
  kind?: ExtensionKind;
  modules?: Readonly<Record<string, string>>;
  /** What the extension is told of itself. */
  paths?: SandboxOptions['extension']['paths'];
  /** Absolute path of a program that runs in place of the engine. */
  engine?: string;
}

/** Bundles sources. `src/main.ts` is the entry. */
export async function bundleSources(
  sources: Record<string, string>,
  modules?: Readonly<Record<string, string>>,
): Promise<BundleResult> {
  await using folder = await makeFolder(sources);
  const entry = 'src/main.ts';
  const bundle = await bundleExtension(esbuild, { folder: folder.path, entry, modules });
  try {
    return await bundle.build();
  } finally {
    await bundle.dispose();
  }
}

/** Makes a sandbox in which nothing runs yet. It is closed when the test ends. */
export async function makeSandbox(options: RunOptions = {}): Promise<RunningExtension> {
  const running = await openSandbox(options);
  onTestFinished(() => running.sandbox.close());
  return running;
}

/** Makes a sandbox in which nothing runs yet. Whoever makes it closes it. */
export async function openSandbox(options: RunOptions = {}): Promise<RunningExtension> {
  const [engine, wall] = await Promise.all([
    engineFiles(),
    findWall(options.only === undefined ? {} : { only: options.only }),
  ]);
  const recorded = recordServices(options.services);
  const running: Pick<RunningExtension, 'calls' | 'logs' | 'stops'> = {
    calls: [],
    logs: [],
    stops: [],
  };
  const kept: { events?: ServiceEvents } = {};
  const sandbox = new Sandbox({
    files: { ...engine, ...(options.engine !== undefined && { engine: options.engine }) },
    wall,
    extension: {
      ...(options.kind !== undefined && { kind: options.kind }),
      permissions: options.permissions ?? [],
      paths: options.paths ?? {
        extensionPath: '/extension',
        storagePath: '/storage',
        globalStoragePath: '/global',
      },
      mode: 'test',
    },
    makeServices: (events) => {
      kept.events = events;
      return recorded.services;
    },
    listener: {
      onCall: (record) => running.calls.push(record),
      onLog: (line) => running.logs.push(line),
      onStopped: (error, goesOn) => running.stops.push({ error, goesOn }),
    },
    limits: { ...roomyLimits, ...options.limits },
  });
  if (kept.events === undefined) throw new Error('The sandbox made no services.');
  return {
    ...running,
    sandbox,
    asked: recorded.asked,
    services: recorded.services,
    events: kept.events,
    load: async (sources) => {
      const built = await bundleSources(sources, options.modules);
      if (!built.ok) throw new Error(JSON.stringify(built.errors));
      await sandbox.load(built.code);
    },
  };
}

/** Runs an extension whose `src/main.ts` has this body of `activate(context)`. */
export async function runExtension(
  body: string,
  options: RunOptions = {},
): Promise<RunningExtension> {
  const running = await makeSandbox(options);
  await running.load({ 'src/main.ts': mainWith(body) });
  return running;
}

/** An entry file whose `activate` has this body; `command(run)` registers `it`. */
export function mainWith(body: string): string {
  return [
    `import * as api from '@orchestra/api';`,
    `const { ai, clipboard, commands, editor, fs, network, settings, storage, system, terminal, ui, workspace } = api;`,
    `const command = (run, id = 'it') => commands.register(id, run);`,
    `export async function activate(context) {`,
    body,
    `}`,
  ].join('\n');
}
