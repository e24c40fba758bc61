import { setImmediate } from 'node:timers/promises';
import * as esbuild from 'esbuild';
import { makeFolder, type TemporaryFolder } from '@orchestra/testkit';
import { bundleExtension } from '../src/bundle/bundle-extension.ts';
import { findWall } from '../src/confine/find-wall.ts';
import type { ConformanceHost, ConformanceWorld, PersonAct } from '../src/conformance/index.ts';
import { Sandbox } from '../src/host/sandbox.ts';
import { SeenInterface } from '../src/scripted/seen-interface.ts';
import { TestWorld } from '../src/scripted/test-world.ts';
import { type FolderServices, makeFolderServices } from '../src/services/folder-services.ts';
import type { ServiceEvents } from '../src/services/services.ts';
import { engineFiles, roomyLimits } from './run-extension.ts';

type Started = ConformanceWorld & { source: string };

/** The host of this package: an engine process, and services that work on folders. */
export const folderHost: ConformanceHost = {
  async start(world) {
    const folders = await TestWorld.make();
    const extension = await makeFolder({ 'package.json': '{}', 'main.js': world.source });
    await folders.write(world.files);
    if (world.isRepository) {
      await folders.commit([{ message: 'first', author: 'Ada' }], process.env['PATH']);
    }
    const seen = new SeenInterface(answerInOrder(world.answers));
    const open = () => openSandbox(world, { folders, extension, seen });
    let opened = await open();
    const close = async () => {
      await opened.sandbox.close();
      await opened.services.close();
    };
    return {
      runCommand: (id, args) => opened.sandbox.runCommand(id, args),
      async act(act) {
        await setImmediate(); // what the extension sent before is taken first
        if (act.act !== 'restart') return play(act, { seen, services: opened.services });
        await close();
        opened = await open();
      },
      async close() {
        await close();
        await folders.remove();
        await extension[Symbol.asyncDispose]();
      },
    };
  },
};

function answerInOrder(answers: ConformanceWorld['answers']) {
  const left = new Map(Object.entries(answers).map(([api, list]) => [api, [...list]]));
  return async (api: string) => {
    const list = left.get(api) ?? [];
    return list.length === 0 ? null : { value: list.shift() };
  };
}

async function openSandbox(
  world: Started,
  of: { folders: TestWorld; extension: TemporaryFolder; seen: SeenInterface },
): Promise<{ services: FolderServices; sandbox: Sandbox }> {
  const relay: { to?: ServiceEvents } = {};
  const services = await makeFolderServices({
    extensionFolder: of.extension.path,
    workspace: of.folders.workspace,
    dataFolder: of.folders.data,
    contributes: { configuration: { properties: world.settings } },
    env: { ...of.folders.env(process.env['PATH']), SHELL: '/bin/sh' },
    network: { allowLocalNetwork: true },
    ai: { kind: 'fixture', fixture: world.ai },
    ui: of.seen.ui,
    commands: {
      execute: () => Promise.reject(new Error('The app has no command.')),
      getAll: () => Promise.resolve(['app.save']),
    },
    askProgram: () => Promise.resolve(true),
    onTerminalOutput: () => undefined,
    events: {
      onSettingsChanged: (keys) => relay.to?.onSettingsChanged(keys),
      onSecretChanged: (key) => relay.to?.onSecretChanged(key),
      onEditorChanged: () => relay.to?.onEditorChanged(),
      onDocumentChanged: (path) => relay.to?.onDocumentChanged(path),
    },
  });
  const [files, wall] = await Promise.all([engineFiles(), findWall()]);
  const sandbox = new Sandbox({
    files,
    wall,
    extension: {
      permissions: world.permissions,
      paths: {
        extensionPath: services.paths.extension,
        storagePath: services.paths.storage,
        globalStoragePath: services.paths.globalStorage,
      },
      mode: 'test',
    },
    makeServices: (events) => {
      relay.to = events;
      return services;
    },
    listener: { onCall: () => undefined, onLog: () => undefined, onStopped: () => undefined },
    limits: roomyLimits,
  });
  await sandbox.load(await bundleOnce(of.extension.path));
  return { services, sandbox };
}

async function bundleOnce(folder: string) {
  const bundle = await bundleExtension(esbuild, { folder, entry: 'main.js' });
  const built = await bundle.build().finally(() => bundle.dispose());
  if (!built.ok) throw new Error(JSON.stringify(built.errors));
  return built.code;
}

async function play(
  act: Exclude<PersonAct, { act: 'restart' }>,
  { seen, services }: { seen: SeenInterface; services: FolderServices },
): Promise<void> {
  switch (act.act) {
    case 'click':
      return seen.click(act.text);
    case 'cancel-progress':
      return seen.cancelProgress(act.title);
    case 'webview-message':
      return seen.actOnWebview(act.id, 'message', act.message);
    case 'close-webview':
      return seen.actOnWebview(act.id, 'closed');
    case 'type': {
      const active = services.editor.active();
      if (active === null) throw new Error('Nothing is being edited.');
      const edit = { range: active.selection, text: act.text };
      await services.editor.edit(active.document.path, [edit]);
    }
  }
}
