import { parseJson, RegistryError } from '@orchestra/core';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ExtensionKind } from '@orchestra/sandbox';
import type { CommandContext } from '../command.ts';
import { programFolder } from '../program-folder.ts';
import { type FoundEngine, ownEngine } from './find-engine.ts';
import { keepNativePart } from './keep-native-part.ts';
import { engineFileNames, NativePartsSchema, type PinnedParts } from './native-parts.ts';

/**
 * Puts together the engine of the installed command line: its own files, and the native part for this system.
 *
 * @throws RegistryError `sandbox-missing` where there is none for this system, and as `keepNativePart` does
 */
export async function fetchEngine(context: CommandContext): Promise<FoundEngine> {
  const pathOf = (name: keyof typeof engineFileNames) =>
    join(programFolder, 'engine', engineFileNames[name]);
  const parts = await readParts(pathOf('parts'));
  const sandbox: FoundEngine['sandbox'] = await import(pathToFileURL(pathOf('host')).href);
  const name = sandbox.nativePartName();
  const part = parts[name];
  if (part === undefined) throw unsupported(name, parts);
  const files = {
    node: process.execPath,
    engine: pathOf('engine'),
    guest: pathOf('guest'),
    testModule: pathOf('testModule'),
    addon: await keepNativePart(part, context),
  };
  const bundler = await import('esbuild-wasm');
  const modulesFor = async (kind: ExtensionKind) =>
    kind === 'raycast'
      ? {
          ...sandbox.nodeModuleFiles((file) => join(programFolder, 'engine/node', `${file}.js`)),
          ...sandbox.raycastModules((file) => join(programFolder, 'engine/raycast', `${file}.js`)),
        }
      : undefined;
  return { sandbox, bundler, files, modulesFor, ...ownEngine(sandbox.startFirstEngine(files)) };
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
