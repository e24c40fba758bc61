import { RegistryError } from '@orchestra/core';
import type { Bundler, EngineFiles, ExtensionKind, FirstEngine } from '@orchestra/sandbox';
import { fileURLToPath } from 'node:url';
import type { CommandContext } from '../command.ts';
import { fetchEngine } from './fetch-engine.ts';

/** The package that runs extensions, and its engine. Whoever finds it disposes of it. */
export interface FoundEngine extends AsyncDisposable {
  /** All values of the package are taken from here, and only types are imported. */
  sandbox: typeof import('@orchestra/sandbox');
  bundler: Bundler;
  files: EngineFiles;
  /** What the app offers to extensions of a kind: by the name that code imports, a file; undefined for native ones. */
  modulesFor(kind: ExtensionKind): Promise<Readonly<Record<string, string>> | undefined>;
  /** An engine for the first sandbox, which starts meanwhile; how it is confined is known then. */
  first: Promise<FirstEngine>;
}

/** In a clone, from the sources of the command line as well as from its bundle. */
const cacheFolder = fileURLToPath(new URL('../../../node_modules/.cache/sandbox', import.meta.url));

/**
 * Finds what runs extensions: in a clone it is made of the sources; the installed command line comes with all
 * but the native part, which is downloaded once, with consent.
 *
 * @throws RegistryError `sandbox-missing`, `consent-required`, `cancelled`, `digest-mismatch`,
 *   `registry-unreachable`
 */
export async function findEngine(context: CommandContext): Promise<FoundEngine> {
  try {
    const programs = await importPrograms();
    return await (programs === null ? fetchEngine(context) : makeEngine(programs));
  } catch (cause) {
    if (cause instanceof RegistryError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    const [first = reason] = reason.split('\n');
    throw new RegistryError('sandbox-missing', `What runs extensions can't be loaded: ${first}`, {
      hint: 'Use Node 24; in a clone of the registry, run npm ci.',
      cause,
    });
  }
}

type Programs = typeof import('@orchestra/sandbox/programs');

/** What makes an engine of the sources; null where they aren't here. */
async function importPrograms(): Promise<Programs | null> {
  try {
    return await import('@orchestra/sandbox/programs');
  } catch (error) {
    const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : null;
    if (code === 'ERR_MODULE_NOT_FOUND') return null;
    throw error;
  }
}

async function makeEngine(programs: Programs): Promise<FoundEngine> {
  const files = await programs.bundleEngine(cacheFolder);
  const first = programs.startFirstEngine(files);
  try {
    const [sandbox, bundler] = await Promise.all([
      programs.loadHost(cacheFolder),
      programs.loadBundler(),
    ]);
    const modulesFor = async (kind: ExtensionKind) =>
      kind === 'raycast' ? programs.bundleRaycast(cacheFolder) : undefined;
    return { sandbox, files, bundler, modulesFor, ...ownEngine(first) };
  } catch (error) {
    await ownEngine(first)[Symbol.asyncDispose]();
    throw error;
  }
}

/** Ends an engine with what it was found for, where nobody took it. */
export function ownEngine(
  first: Promise<FirstEngine>,
): Pick<FoundEngine, 'first' | typeof Symbol.asyncDispose> {
  first.catch(() => undefined); // told where it is awaited
  return {
    first,
    [Symbol.asyncDispose]: () =>
      first.then(
        (started) => started[Symbol.dispose](),
        () => undefined,
      ),
  };
}
