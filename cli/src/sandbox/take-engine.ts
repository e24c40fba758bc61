import { parseJson, RegistryError } from '@orchestra/core';
import type { Bundler, ExtensionKind } from '@orchestra/sandbox';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cloneManifest, findBundler } from '../build/find-bundler.ts';
import type { CommandContext } from '../command.ts';
import { programFolder } from '../program-folder.ts';
import { engineFile } from './engine-files.ts';
import type { FoundEngine } from './find-engine.ts';
import { keepNativePart } from './keep-native-part.ts';
import { NativePartsSchema, type PinnedParts } from './native-parts.ts';
import { ownEngine } from './own-engine.ts';

type Start = typeof import('@orchestra/sandbox/start');

/**
 * Puts together the engine of the bundled command line: its own files, and the native part for this system. In a clone
 * that part and the bundler are packages of it; elsewhere the part is downloaded once, with consent.
 *
 * @throws RegistryError `sandbox-missing` where there is none for this system, and as `keepNativePart` does
 */
export async function takeEngine(context: CommandContext): Promise<FoundEngine> {
  const start: Start = await import(pathToFileURL(engineFile('start')).href);
  const files = {
    node: process.execPath,
    engine: engineFile('engine'),
    guest: engineFile('guest'),
    testModule: engineFile('testModule'),
    addon:
      cloneManifest === undefined
        ? await fetchAddon(start, context)
        : start.findAddon(cloneManifest),
  };
  const owned = ownEngine(start.startFirstEngine(files));
  try {
    const bundler: Bundler = await findBundler();
    // a program of its own, which starts while the rest is read; an error comes again where code is bundled
    bundler.transform('').catch(() => undefined);
    const sandbox: FoundEngine['sandbox'] = await import(pathToFileURL(engineFile('host')).href);
    const fileIn = (folder: string) => (name: string) =>
      join(programFolder, 'engine', folder, `${name}.js`);
    const modulesFor = async (kind: ExtensionKind) => {
      if (kind === 'native') return undefined;
      const own =
        kind === 'raycast'
          ? sandbox.raycastModules(fileIn('raycast'))
          : sandbox.vscodeModules(fileIn('vscode'));
      return { ...sandbox.nodeModuleFiles(fileIn('node')), ...own };
    };
    return { sandbox, bundler, files, modulesFor, ...owned };
  } catch (error) {
    await owned[Symbol.asyncDispose]();
    throw error;
  }
}

async function fetchAddon(start: Start, context: CommandContext): Promise<string> {
  const parts = await readParts(engineFile('parts'));
  const name = start.nativePartName();
  const part = parts[name];
  if (part === undefined) throw unsupported(name, parts);
  return keepNativePart(part, context);
}

async function readParts(file: string): Promise<PinnedParts> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const parsed = parseJson(NativePartsSchema, text);
  if (parsed.ok) return parsed.value;
  throw new RegistryError('sandbox-missing', `${file} is missing or broken`, {
    hint: 'Install the command line again.',
  });
}

function unsupported(name: string, parts: PinnedParts): RegistryError {
  const systems = new Set(Object.keys(parts).map((one) => one.split('.')[0] ?? ''));
  const system = `${process.platform}-${process.arch}`;
  const message = `Node ${process.versions.node} on ${system} can't run extensions: there is no ${name}`;
  const where = systems.has(system) ? '' : ` on one of ${[...systems].join(', ')}`;
  return new RegistryError('sandbox-missing', message, { hint: `Use Node 24${where}.` });
}
